"""The command ``apertis image``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from .._client import Apertis
from .input import given_text
from .options import client_options, json_option, output_option, own_model_option
from .output import check_bytes, print_bytes, print_json
from .parameters import parameter_option
from .settings import client_settings

__all__ = ["command"]


@click.command()
@client_options()
@own_model_option("gpt-image-1")
@click.argument("prompt", nargs=-1)
@click.option(
    "-e",
    "--edit",
    "images",
    multiple=True,
    type=click.Path(path_type=Path),
    help="An image to begin with.",
)
@output_option("the image; of several, the others get numbers")
@parameter_option(
    "images.edit_image", "model", "prompt", "image", help="A parameter, such as size=1024x1024."
)
@json_option
def command(
    prompt: Sequence[str],
    *,
    model: str,
    images: Sequence[Path],
    output: Path | None,
    params: Sequence[tuple[str, Any]],
    is_json: bool,
) -> None:
    """Make an image of what PROMPT says, else standard input, or change one by --edit."""
    if output is None and not is_json:
        check_bytes()
    said = given_text(prompt)
    with Apertis(**client_settings()) as client:
        arguments: dict[str, Any] = {"model": model, "prompt": said, **dict(params)}
        method: Any = client.images.generate
        if images:
            method, arguments["image"] = client.images.edit, list(images)
        answer = method(**arguments)
    if is_json:
        print_json(answer)
    elif output is None:
        print_bytes(image.read() for image in answer.data[:1])
    else:
        for number, image in enumerate(answer.data, 1):
            path = output if number == 1 else output.with_stem(f"{output.stem}-{number}")
            image.save(path)
            click.echo(path, err=True)
