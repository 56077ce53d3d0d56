"""The command ``apertis chat``: a conversation in the terminal.

`command` is what click calls. `loop` reads lines, `answer` has one question answered, `session` is
what both share with `commands`.
"""

from .command import command

__all__ = ["command"]
