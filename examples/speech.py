"""Speak a text into a file, and write down what is said in it."""

import tempfile
from pathlib import Path

from apertis import Apertis

client = Apertis()

with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "speech.mp3"
    # The sound goes into the file as it arrives.
    with client.audio.speech.with_streaming_response.create(
        model="tts-1", voice="nova", input="The lighthouse stands on the cliff."
    ) as response:
        response.stream_to_file(path)
    print(f"{path.stat().st_size:,} bytes of speech")

    transcription = client.audio.transcriptions.create(model="whisper-1", file=path)
    print("Heard:", transcription.text)

    subtitles = client.audio.transcriptions.create(
        model="whisper-1", file=path, response_format="srt"
    )
    print(subtitles)

    translation = client.audio.translations.create(model="whisper-1", file=path)
    print("In English:", translation.text)
