"""The command ``apertis completion``."""

from __future__ import annotations

from typing import Final

import click
from click.shell_completion import get_completion_class

__all__ = ["command"]

# For readline, a word begins after "=", so that what comes before it is not completed again.
# The line is asked about as fish does it: the words that bash makes of it are split there too.
_BASH: Final = r"""_apertis_completion() {
    local line=${COMP_LINE:0:COMP_POINT} completion value
    local token=${line##* }
    local prefix=${token%"${token##*=}"}
    [[ $COMP_WORDBREAKS == *=* ]] || prefix=
    COMPREPLY=()
    while IFS= read -r completion; do
        value=${completion#*,}
        value=${value%%$'\t'*}
        case $completion in
            dir,*) compopt -o dirnames ;;
            file,*) compopt -o default ;;
            plain,*)
                [[ $value == *= ]] && compopt -o nospace
                COMPREPLY+=("${value#"$prefix"}") ;;
        esac
    done < <(env COMP_WORDS="$line" COMP_CWORD="$token" _APERTIS_COMPLETE=fish_complete "$1")
}

complete -o nosort -F _apertis_completion apertis
"""

# What the scripts of click lack, and what is put there.
_MENDED: Final = {
    "zsh": {
        # A zsh that is as it comes has not loaded this.
        "\n\n": "\n\n(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }\n\n",
        "compadd -U": 'compadd -S "${${completions[1]:#*=}:+ }" -U',  # no space after "="
    },
    "fish": {'string split ","': 'string split -m 1 ","'},  # descriptions may have commas
}


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
    click.echo(_script(ctx.find_root().command, shell))


def _script(command: click.Command, shell: str) -> str:
    kind = get_completion_class(shell)
    if shell == "bash" or kind is None:
        return _BASH
    script = kind(command, {}, "apertis", "_APERTIS_COMPLETE").source()
    for lacking, mended in _MENDED[shell].items():
        script = script.replace(lacking, mended, 1)
    return script
