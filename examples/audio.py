"""Send a recording to a model, and get a spoken answer: a tone made here, or the file you name."""

import base64
import io
import math
import struct
import sys
import tempfile
import wave
from pathlib import Path

from apertis import Apertis


def tone(hertz: float, seconds: float) -> bytes:
    """Return the recording of a tone, as WAV."""
    rate = 16_000
    samples = [
        round(12_000 * math.sin(2 * math.pi * hertz * n / rate)) for n in range(int(rate * seconds))
    ]
    content = io.BytesIO()
    with wave.open(content, "wb") as recording:
        recording.setnchannels(1)
        recording.setsampwidth(2)
        recording.setframerate(rate)
        recording.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return content.getvalue()


client = Apertis()

response = client.chat.completions.create_with_audio(
    "gpt-4o-audio-preview",
    "What do you hear?",
    Path(sys.argv[1]) if sys.argv[1:] else tone(440, 1),
    output_voice="alloy",
    output_format="mp3",
    max_tokens=400,
)

speech = response.choices[0].message.audio
if speech and speech.data:
    path = Path(tempfile.gettempdir()) / "answer.mp3"
    path.write_bytes(base64.b64decode(speech.data))
    print(f"{speech.transcript} (in {path})")
