"""The command ``apertis embed``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import click

from .._client import Apertis
from .input import given_text, piped_text
from .options import client_options, json_option, own_model_option
from .output import print_json
from .parameters import parameter_option
from .settings import client_settings

__all__ = ["command"]

_BATCH = 100  # texts in a request


@click.command()
@client_options()
@own_model_option("text-embedding-3-small")
@click.argument("text", nargs=-1)
@click.option("--lines", is_flag=True, help="Each line of standard input is a text.")
@parameter_option(
    "embeddings.create_embedding", "model", "input", help="A parameter, such as dimensions=256."
)
@json_option
def command(
    text: Sequence[str],
    *,
    model: str,
    lines: bool,
    params: Sequence[tuple[str, Any]],
    is_json: bool,
) -> None:
    """Print the vector of TEXT, else of standard input, as a list of numbers in JSON.

    With --lines there is a vector in each line.
    """
    if not lines:
        texts = [given_text(text)]
    elif text:
        raise click.UsageError("With --lines the texts are on standard input, not arguments.")
    else:
        texts = piped_text().splitlines()
    for number, line in enumerate(texts, 1):
        if not line.strip():
            raise click.UsageError(f"Line {number} of standard input is empty.")
    if not texts:
        return
    with Apertis(**client_settings()) as client:
        answer = client.embeddings.create(
            model=model, input=texts, batch_size=_BATCH, **dict(params)
        )
    if is_json:
        print_json(answer)
        return
    for embedding in answer.data:
        click.echo(json.dumps(list(embedding.embedding)))
