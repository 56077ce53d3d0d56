"""Ask about images, recordings and videos, with parts of messages made by hand."""

import sys

from apertis import Apertis, ContentPart, Conversation, audio_part, image_part, video_part

PICTURE = "https://upload.wikimedia.org/wikipedia/commons/3/3a/Cat03.jpg"


def part(file: str) -> ContentPart:
    """Return a file as a part of a message: a recording, a video, or else an image."""
    if file.endswith((".wav", ".mp3", ".flac")):
        return audio_part(file)
    if file.endswith((".mp4", ".mov", ".webm")):
        return video_part(file)
    return image_part(file, detail="low")


parts = [part(file) for file in sys.argv[1:] or [PICTURE]]

conversation = Conversation(Apertis(), model="gemini-2.5-flash", max_tokens=100)

for question in (["What is this?", *parts], "Describe it in five words."):
    for text in conversation.say(question, stream=True).text_deltas():
        print(text, end="", flush=True)
    print()
