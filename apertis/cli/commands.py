"""The commands, each in a module that is loaded when it is used."""

from __future__ import annotations

from importlib import import_module
from typing import Final

import click

from .._version import __version__

__all__ = ["apertis"]

# By name: the module, and what the list of commands says of it.
_COMMANDS: Final = {
    "bulk": (".bulk", "Send a file of requests, many at once; go on where it stopped."),
    "chat": (".chat", "Hold a conversation in the terminal."),
}


class _Commands(click.Group):
    """A group whose commands are imported when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(_COMMANDS[cmd_name][0], __package__).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in _COMMANDS.items()])


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="apertis")
def apertis() -> None:
    """Use the Apertis AI API from the command line. The key is read from APERTIS_API_KEY."""
