"""The command ``apertis transcribe``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from .._client import Apertis
from .input import piped_bytes
from .options import client_options, complete_file, json_option, own_model_option
from .output import print_json, print_text
from .parameters import parameter_option
from .settings import client_settings

__all__ = ["command"]


@click.command()
@client_options()
@own_model_option("whisper-1")
@click.argument("file", shell_complete=complete_file)
@click.option("--translate", is_flag=True, help="Write it down in English.")
@parameter_option(
    "audio.create_transcription",
    "model",
    "file",
    help="A parameter: response_format=srt.",
)
@json_option
def command(
    file: str, *, model: str, translate: bool, params: Sequence[tuple[str, Any]], is_json: bool
) -> None:
    """Write down what is said in FILE, a recording; - is standard input."""
    content = piped_bytes() if file == "-" else file
    if not content:
        raise click.UsageError("Standard input is empty.")
    with Apertis(**client_settings()) as client:
        audio = client.audio
        method: Any = audio.translations.create if translate else audio.transcriptions.create
        answer: Any = method(model=model, file=content, **dict(params))
    if is_json:
        print_json(answer)
    else:
        print_text(answer if isinstance(answer, str) else answer.text)
