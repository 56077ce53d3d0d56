"""Gives methods the signature and the docstring that the spec has for them.

`functools.wraps` alone would give every method the return type of the one it wraps.
"""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import Any, TypeVar

__all__ = ["declared"]

F = TypeVar("F", bound=Callable[..., Any])


class _Source(str):
    """An annotation that is printed as it was written, without quotation marks."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def declared(
    declaration: Callable[..., Any], returns: str, *, keep_summary: bool = False
) -> Callable[[F], F]:
    """Return a decorator that shows a method as `declaration` declares it.

    `inspect.signature` and `help` then list every parameter with its type and its description.

    Args:
        declaration: A function with the signature and the docstring; it is never called.
        returns: The return type to show.
        keep_summary: Keep the docstring of the method above the sections of `declaration`.
    """

    def decorate(method: F) -> F:
        shown: Any = FunctionType(declaration.__code__, declaration.__globals__, method.__name__)
        shown.__defaults__ = getattr(declaration, "__defaults__", None)
        shown.__kwdefaults__ = getattr(declaration, "__kwdefaults__", None)
        annotations = {**declaration.__annotations__, "return": returns}
        shown.__annotations__ = {name: _Source(text) for name, text in annotations.items()}
        doc = declaration.__doc__ or ""
        if keep_summary:
            doc = f"{method.__doc__}\n    Args:{doc.partition('Args:')[2]}"
        method.__doc__ = doc
        setattr(method, "__wrapped__", shown)  # noqa: B010  functions declare no such attribute
        return method

    return decorate
