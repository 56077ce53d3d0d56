"""The commands, each in a module that is loaded when it is used."""

from __future__ import annotations

from difflib import get_close_matches
from importlib import import_module
from typing import Final

import click

from .._version import __version__
from .options import client_options

__all__ = ["apertis"]

# By name: the module, and what the list of commands says of it.
_COMMANDS: Final = {
    "ask": (".ask", "Ask a question, and print the answer."),
    "bulk": (".bulk", "Send a file of requests, many at once; go on where it stopped."),
    "chat": (".chat", "Hold a conversation in the terminal."),
    "completion": (".completion", "Print what lets a shell complete words with Tab."),
    "config": (".config", "Keep the key, the URL and the model to use."),
    "doctor": (".doctor", "Say what is wrong between this machine and the service."),
    "embed": (".embed", "Print the vectors of texts."),
    "image": (".image", "Make an image, or change one."),
    "models": (".models", "List the models that the key can use."),
    "request": (".request", "Call any endpoint by its path."),
    "speak": (".speak", "Speak a text into a file."),
    "transcribe": (".transcribe", "Write down what is said in a recording."),
}


class _Commands(click.Group):
    """A group whose commands are imported when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module, summary = _COMMANDS[cmd_name]
        command: click.Command = import_module(module, __package__).command
        command.short_help = summary
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in _COMMANDS:
            close = get_close_matches(args[0], _COMMANDS, 1)
            hint = f"; is {close[0]!r} meant?" if close else ""
            ctx.fail(f"There is no command {args[0]!r}{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in _COMMANDS.items()])


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="apertis")
@client_options()
def apertis() -> None:
    """Use the Apertis AI API. Each command takes --base-url URL, --key-file FILE,
    --timeout SECONDS and --max-retries N. Exit status: 0 done, 1 failed, 2 used wrongly,
    3 may work later, 4 key or balance refused, 130 stopped by Ctrl-C.
    """  # noqa: D205  an empty line less: the help has to fit a screen
