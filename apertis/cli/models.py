"""The command ``apertis models``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from .._client import Apertis
from .failures import FAILED, complain
from .options import client_options, json_option
from .output import harmless, print_json
from .parameters import parameter_option
from .settings import client_settings

if TYPE_CHECKING:
    from typing import Any

    from apertis_client.models import Model

__all__ = ["command"]


@click.command()
@client_options()
@click.argument("text", nargs=-1)
@click.option("--owned-by", metavar="OWNER", help="Only the models of a provider.")
@click.option("--context", type=int, metavar="N", help="Only those known to take N tokens.")
@parameter_option("models.recommend_model", help="Recommend one: -o task=coding, -o budget=low.")
@json_option
def command(
    text: Sequence[str],
    *,
    owned_by: str | None,
    context: int | None,
    params: Sequence[tuple[str, Any]],
    is_json: bool,
) -> int | None:
    """List the models that the key can use, with every word of TEXT in their names.

    A program that reads the list gets an id in each line. The exit status is 1 if there is none.
    """
    with Apertis(**client_settings()) as client:
        if params:
            print_json(client.models.recommend(**dict(params)))
            return None
        models = client.models.list()
    words = [word.lower() for word in text]
    found = [
        model
        for model in models
        if all(word in f"{model.id} {model.name or ''}".lower() for word in words)
        and owned_by in (None, model.owned_by)
        and (context is None or (model.context_length or 0) >= context)
    ]
    if is_json:
        print_json([model.to_dict() for model in found])
    elif found:
        _print(found)
    if found:
        return None
    complain("no model matches")
    return FAILED


def _print(models: Sequence[Model]) -> None:
    if not sys.stdout.isatty():
        click.echo("\n".join(model.id for model in models))
        return
    width = max(len(model.id) for model in models)
    for model in models:
        tokens = f"{model.context_length:,} tokens" if model.context_length else ""
        line = f"{model.id:{width}}  {model.owned_by or '':12}  {tokens}"
        click.echo(harmless(line).rstrip())
