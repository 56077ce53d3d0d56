"""The options that commands share, and the types of their values."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from apertis_client._runtime.json_object import is_object

from .settings import GIVEN

__all__ = ["JSONFile", "NameAndValue", "client_options", "model_option"]

C = TypeVar("C", bound=Callable[..., Any])


def _keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Keep a value for `settings`; an option of a command wins over that of the group."""
    if value is not None:
        ctx.meta.setdefault(GIVEN, {})[param.name] = value


def _keep_key(ctx: click.Context, param: click.Parameter, value: Path | None) -> None:
    if value is not None:
        _keep(ctx, param, value.read_text("utf-8"))


_kept = functools.partial(click.option, expose_value=False, callback=_keep)


def client_options(*, hidden: bool = True) -> Callable[[C], C]:
    """Return a decorator that adds the settings of the client to a command.

    Every command takes them, and only the help of the group shows them.
    """
    path = click.Path(path_type=Path)
    options = [
        _kept("--base-url", metavar="URL", help="Where the API is.", hidden=hidden),
        _kept(
            "--key-file",
            "key",
            type=path,
            callback=_keep_key,
            help="A file with the key.",
            hidden=hidden,
        ),
        _kept(
            "--timeout", type=float, help="Seconds of silence before a call fails.", hidden=hidden
        ),
        _kept(
            "--max-retries", type=int, help="How often a failed call is repeated.", hidden=hidden
        ),
    ]
    return lambda command: functools.reduce(lambda made, add: add(made), options[::-1], command)


model_option = _kept("-m", "--model", help="The model; default: as config has it.")


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


class NameAndValue(click.ParamType[tuple[str, Any]]):
    """A name with a value: ``NAME=VALUE``, where the value is JSON or else text."""

    name = "NAME=VALUE"

    def convert(self, value: Any, param: Any, ctx: Any) -> tuple[str, Any]:
        name, equals, text = str(value).partition("=")
        if not name or not equals:
            self.fail(f"{value!r} is not NAME=VALUE", param, ctx)
        try:
            return name, json.loads(text)
        except ValueError:
            return name, text
