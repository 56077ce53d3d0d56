"""The command ``apertis completion``."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

__all__ = ["command"]


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print what lets a shell complete words with Tab.

    \b
    bash: add to ~/.bashrc      eval "$(apertis completion bash)"
    zsh:  add to ~/.zshrc       eval "$(apertis completion zsh)"
    fish: apertis completion fish > ~/.config/fish/completions/apertis.fish
    """  # noqa: D301
    kind = get_completion_class(shell)
    if kind is None:
        raise click.ClickException(f"there is no completion for {shell}")
    click.echo(kind(ctx.find_root().command, {}, "apertis", "_APERTIS_COMPLETE").source())
