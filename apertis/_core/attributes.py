"""Says what an object has where a program asks for something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

__all__ = ["Advises", "EnterFirst", "NamesAttributes", "no_attribute"]


def no_attribute(owner: object, name: str) -> AttributeError:
    """Return the error for an attribute that an object of a client does not have."""
    kind = type(owner).__name__
    if name.startswith("_"):  # looked for by tools, not by people
        return AttributeError(f"{kind!r} object has no attribute {name!r}", name=name, obj=owner)
    has = ", ".join(each for each in dir(owner) if not each.startswith("_"))
    message = f"{kind} has no attribute {name!r}; it has {has}"
    if hasattr(type(owner), "post"):
        message += ". An endpoint that has no method is called by its path: client.get('/path'),"
        message += " client.post('/path', body={...})"
    return AttributeError(message, name=name, obj=owner)


class NamesAttributes:
    """The base of what says which attributes it has, where a program asks for another.

    It makes each access to an attribute slower on Python 3.11, so streams do without.
    """

    if not TYPE_CHECKING:  # a type checker would take it for leave to use any name

        def __getattr__(self, name: str) -> Any:
            raise no_attribute(self, name)


class Advises:
    """The base of what says what is to be done first, where a program asks for an attribute."""

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            shown = f"{type(self).__name__!r} object has no attribute {name!r}"
            raise AttributeError(shown if name.startswith("_") else f"{shown}: {self._advice()}")

    def _advice(self) -> str:
        raise NotImplementedError


class EnterFirst(Advises):
    """The base of context managers: they say how they are entered, where that was forgotten."""

    _noun: ClassVar[str]  # what they give
    _method: str

    def _advice(self) -> str:
        keyword = "async with" if type(self).__name__.startswith("Async") else "with"
        return f"write `{keyword} client.{self._method}(...) as {self._noun}:` first"
