"""The command ``apertis config``."""

from __future__ import annotations

import sys

import click

from . import store
from .settings import SETTINGS, find

__all__ = ["command"]

_name = click.argument("name", type=click.Choice([name.replace("_", "-") for name in SETTINGS]))


@click.group(invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Keep the key, the URL of the API and the model to use.

    An option of a command wins over the environment, and that over what is kept here.
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(show)


@command.command()
def show() -> None:
    """Show each setting, and where it comes from; never the key."""
    for name in SETTINGS:
        value, source = find(name)
        shown = "(hidden)" if name == "key" and value else value or "(none)"
        click.echo(f"{name.replace('_', '-'):<9} {shown}  [{source}]")


@command.command(name="set")
@_name
@click.argument("value", required=False)
@click.option("--no-keyring", is_flag=True, help="Keep the key in the file.")
@click.pass_context
def set_(ctx: click.Context, name: str, value: str | None, *, no_keyring: bool) -> None:
    """Keep a setting: key, base-url or model.

    The key is asked for, or read from standard input. It is kept in the system's keyring where
    apertis[keyring] is installed, else in a file that only you can read.
    """
    setting = name.replace("-", "_")
    if name == "key":
        if value is not None:
            raise click.UsageError(
                "The key is not an argument, as the history of the shell would keep it: it is asked"
                " for, or read from standard input.",
                ctx,
            )
        asked = click.prompt("Key", hide_input=True, err=True) if sys.stdin.isatty() else None
        key = SETTINGS[setting].check(sys.stdin.read() if asked is None else asked)
        place = store.keep_key(key, in_file=no_keyring)
    elif value is None:
        raise click.UsageError(f"What is the {name} to be?", ctx)
    else:
        place = store.keep(setting, SETTINGS[setting].check(value))
    source = find(setting).source
    wins = f"; {source} wins over it" if source.startswith("$") else ""
    click.echo(f"{name} is kept in {place}{wins}", err=True)


@command.command()
@_name
def unset(name: str) -> None:
    """Forget a setting."""
    store.forget(name.replace("-", "_"))


@command.command()
def path() -> None:
    """Print the path of the file."""
    click.echo(store.path())
