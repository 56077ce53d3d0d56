"""The command ``apertis speak``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from .._client import Apertis
from .input import given_text
from .options import client_options, output_option, own_model_option
from .output import check_bytes, print_bytes
from .parameters import known_values, parameter_option
from .settings import client_settings

__all__ = ["command"]


@click.command()
@client_options()
@own_model_option("tts-1")
@click.argument("text", nargs=-1)
@click.option("--voice", default="alloy", show_default=True, help="Who speaks.")
@output_option("the recording; its ending says the format")
@parameter_option(
    "audio.create_speech", "model", "input", "voice", help="A parameter, such as speed=1.2."
)
def command(
    text: Sequence[str],
    *,
    model: str,
    voice: str,
    output: Path | None,
    params: Sequence[tuple[str, Any]],
) -> None:
    """Speak TEXT, else standard input, into a file or to standard output."""
    if output is None:
        check_bytes()
    arguments = dict(params)
    ending = output.suffix.lower().removeprefix(".") if output else ""
    if output and "response_format" not in arguments:
        known = known_values("audio.create_speech", "response_format")
        if ending not in known:
            raise click.UsageError(
                f"{output} ends with no format that is known: use .{', .'.join(known)}, or -o"
                " response_format=..."
            )
        arguments["response_format"] = ending
    said = given_text(text)
    with (
        Apertis(**client_settings()) as client,
        client.audio.speech.with_streaming_response.create(
            model=model, voice=voice, input=said, **arguments
        ) as response,
    ):
        if output is None:
            print_bytes(response.iter_bytes())
        else:
            response.stream_to_file(output)
