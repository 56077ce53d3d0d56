"""The options that commands share, and the types of their values."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from apertis_client._runtime.json_object import is_object

from .settings import GIVEN

__all__ = [
    "JSONFile",
    "NameAndText",
    "NameAndValue",
    "client_options",
    "complete_file",
    "json_option",
    "model_option",
    "output_option",
    "own_model_option",
]

C = TypeVar("C", bound=Callable[..., Any])


def _keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Keep a value for `settings`; an option of a command wins over that of the group."""
    if value is not None:
        ctx.meta.setdefault(GIVEN, {})[param.name] = value


def _keep_key(ctx: click.Context, param: click.Parameter, value: Path | None) -> None:
    if value is not None:
        _keep(ctx, param, value.read_text("utf-8"))


_kept = functools.partial(click.option, expose_value=False, callback=_keep)


def complete_file(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Let the shell complete the name of a file."""
    return [CompletionItem(incomplete, type="file")]


def client_options() -> Callable[[C], C]:
    """Return a decorator that adds the settings of the client to a command.

    Every command takes them, and the help of the group names them.
    """
    path = click.Path(path_type=Path)
    options = [
        _kept("--base-url", hidden=True),
        _kept("--key-file", "key", type=path, callback=_keep_key, hidden=True),
        _kept("--timeout", type=float, hidden=True),
        _kept("--max-retries", type=int, hidden=True),
    ]
    return lambda command: functools.reduce(lambda made, add: add(made), options, command)


model_option = _kept("-m", "--model", help="The model; default: as config has it.")
json_option = click.option("--json", "is_json", is_flag=True, help="Print the answer as JSON.")


def own_model_option(example: str) -> Callable[[C], C]:
    """Return the decorator for a command whose models are not those that `config` keeps."""
    return click.option("-m", "--model", required=True, help=f"The model, such as {example}.")


def output_option(what: str) -> Callable[[C], C]:
    """Return the decorator for a command that writes a file."""
    path = click.Path(path_type=Path)
    return click.option("-O", "--output", type=path, help=f"The file for {what}.")


class JSONFile(click.ParamType[dict[str, Any]]):
    """A file with a JSON object."""

    name = "FILE"

    def convert(self, value: Any, param: Any, ctx: Any) -> dict[str, Any]:
        try:
            decoded = json.loads(Path(value).read_text("utf-8"))
        except OSError as error:
            self.fail(f"cannot read {value}: {error.strerror}", param, ctx)
        except ValueError as error:
            self.fail(f"{value} is not JSON: {error}", param, ctx)
        if not is_object(decoded):
            self.fail(f"{value} is not a JSON object", param, ctx)
        return decoded


class NameAndText(click.ParamType[tuple[str, Any]]):
    """A name with a text.

    Args:
        between: What stands between them.
        what: What the text is.
    """

    def __init__(self, between: str = "=", what: str = "VALUE") -> None:
        self._between = between
        self.name = f"NAME{between}{what}"

    def convert(self, value: Any, param: Any, ctx: Any) -> tuple[str, Any]:
        name, between, text = str(value).partition(self._between)
        if not name.strip() or not between:
            self.fail(f"{value!r} is not {self.name}", param, ctx)
        return name.strip(), text.strip()


class NameAndValue(NameAndText):
    """A name with a value: ``NAME=VALUE``, where the value is JSON or else text."""

    def convert(self, value: Any, param: Any, ctx: Any) -> tuple[str, Any]:
        name, text = super().convert(value, param, ctx)
        try:
            return name, json.loads(text)
        except ValueError:
            return name, text
