"""Ask about an image: a small picture made here, or the files you name."""

import base64
import sys

from apertis import Apertis

# Red on the left, blue on the right.
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAEAAAABAAQMAAACQp+OdAAAABlBMVEX/AAAAAP9sof2OAAAAFUlEQVR42mNgAIL/QMAw"
    "yhhlkM4AAPTk/wHgcfYIAAAAAElFTkSuQmCC"
)

client = Apertis()

# An image may also be a URL or a path, and there may be several.
response = client.chat.completions.create_with_image(
    "gpt-4.1-mini",
    "Which colours do you see, and where?",
    sys.argv[1:] or PICTURE,
    detail="low",
    max_tokens=50,
)

print(response.choices[0].message.content)
