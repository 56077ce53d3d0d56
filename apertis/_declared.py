"""Gives methods the signature and the docstring that the spec has for them.

`functools.wraps` alone would give every method the return type of the one it wraps.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Mapping
from types import MethodType
from typing import Any, TypeVar

__all__ = ["called", "constructor", "coroutine_function", "declared", "resolvable"]

F = TypeVar("F", bound=Callable[..., Any])


class _Source(str):
    """An annotation that is printed as it was written, without quotation marks."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def declared(
    declaration: Callable[..., Any],
    returns: str,
    *,
    is_coroutine: bool = False,
    keep_summary: bool = False,
) -> Callable[[F], F]:
    """Return a decorator that shows a method as `declaration` declares it.

    `inspect.signature` and `help` then list every parameter with its type and its description.

    Args:
        declaration: A function with the signature and the docstring; it is never called.
        returns: The return type to show.
        is_coroutine: Let `inspect.iscoroutinefunction` recognise the method, as decorators and
            mocks need it: it returns an awaitable, but is not an `async def`.
        keep_summary: Keep the docstring of the method above the sections of `declaration`.
    """

    def decorate(method: F) -> F:
        annotations = {**declaration.__annotations__, "return": returns}
        shown = _Shown(declaration, method, annotations)
        annotations.pop("self", None)
        method.__annotations__ = annotations
        doc = declaration.__doc__ or ""
        if keep_summary:
            doc = f"{(method.__doc__ or '').rstrip()}\n\n    Args:{doc.partition('Args:')[2]}"
        method.__doc__ = doc
        setattr(method, "__wrapped__", shown)  # noqa: B010  functions declare no such attribute
        return coroutine_function(method) if is_coroutine else method

    return decorate


def resolvable(method: F) -> F:
    """Let `typing.get_type_hints` find types that the module of a method has for checkers only."""
    returns: str = method.__annotations__["return"]
    return declared(method, returns, is_coroutine=False)(method)


class _Shown:
    """A signature, as `inspect` reads it off a function."""

    def __init__(
        self, declaration: Any, method: Callable[..., Any], annotations: dict[str, str]
    ) -> None:
        self.__name__ = method.__name__
        self.__qualname__ = method.__qualname__
        self.__module__ = method.__module__
        self.__code__ = declaration.__code__
        self.__defaults__ = getattr(declaration, "__defaults__", None)
        self.__kwdefaults__ = declaration.__kwdefaults__
        self.__annotations__ = {name: _Source(text) for name, text in annotations.items()}
        self._modules = (declaration.__module__, method.__module__)

    def __call__(self) -> None:
        """Do nothing: only what can be called has a signature."""

    @property
    def __globals__(self) -> dict[str, Any]:
        """The names that the annotations have, for `typing.get_type_hints`."""
        return _Names(*self._modules)


class _Names(dict[str, Any]):
    """The names of modules; those that they import for type checkers only are looked up in time."""

    def __init__(self, *modules: str) -> None:
        super().__init__({n: v for each in modules for n, v in vars(sys.modules[each]).items()})
        self._modules = modules

    def __missing__(self, name: str) -> Any:
        for module in self._modules:
            if name in _imports(module):
                return _imported(module, name)
        raise KeyError(name)


def _imported(module: str, name: str) -> Any:
    """Return what a module imports by a name, from a module that may do the same."""
    from importlib import import_module

    from apertis_client._runtime.importing import importing

    home, original = _imports(module)[name]
    with importing:
        found = import_module(home)
    if original is None:
        return found
    return getattr(found, original) if hasattr(found, original) else _imported(home, original)


@functools.cache
def _imports(module: str) -> Mapping[str, tuple[str, str | None]]:
    """Return the names that a module imports for type checkers only: from where, and as what."""
    import ast
    import inspect
    import itertools
    from importlib.util import resolve_name

    package = vars(sys.modules[module])["__package__"]
    names: dict[str, tuple[str, str | None]] = {}
    try:
        tree = ast.parse(inspect.getsource(sys.modules[module]))
    except OSError:  # there is no source
        return names
    ifs = [node for node in tree.body if isinstance(node, ast.If)]
    blocks = [each.body for each in ifs if ast.unparse(each.test) == "TYPE_CHECKING"]
    for statement in itertools.chain(*blocks):
        if isinstance(statement, ast.Import):
            names |= {each.name: (each.name, None) for each in statement.names}
        elif isinstance(statement, ast.ImportFrom):
            home = resolve_name("." * statement.level + (statement.module or ""), package)
            names |= {each.asname or each.name: (home, each.name) for each in statement.names}
    return names


def constructor(init: F) -> F:
    """Let an `__init__` that lacks arguments, or was given others than it takes, name its class."""
    return called("")(init)


def called(name: str, *, example: str = "api_key") -> Callable[[F], F]:
    """Return a decorator for a method that lacks arguments, or was given others than it takes.

    What it raises then says `name`, or the class of the object where that is empty, and what to
    write: an argument that is needed by name, or else the `example`.
    """

    def decorate(method: F) -> F:
        code, defaults = method.__code__, method.__defaults__ or ()
        by_position = code.co_varnames[1 : code.co_argcount]
        named = code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
        optional = {
            *by_position[len(by_position) - len(defaults) :],
            *(method.__kwdefaults__ or ()),
        }
        needed = [each for each in (*by_position, *named) if each not in optional]
        takes_any, takes_others = code.co_flags & _TAKES_ANY, code.co_flags & _TAKES_OTHERS

        @functools.wraps(method)
        def checked(self: Any, *given: Any, **arguments: Any) -> Any:
            shown = name or type(self).__name__
            if len(given) > len(by_position) and not takes_any:
                hint = next((each for each in needed if each in named), example)
                raise TypeError(
                    f"{shown} takes {len(by_position) or 'no'}"
                    f" argument{'' if len(by_position) == 1 else 's'} by position, not"
                    f" {len(given)}; write {hint}=..."
                )
            for each in arguments:
                if not takes_others and each not in (*by_position, *named):
                    takes = ", ".join((*by_position, *named))
                    raise TypeError(f"{shown} takes no argument {each!r}; it takes {takes}")
            for each in needed:
                if each not in arguments and each not in by_position[: len(given)]:
                    raise TypeError(f"{shown} needs the argument {each!r}")
            return method(self, *given, **arguments)

        return checked  # type: ignore[return-value]

    return decorate


_TAKES_ANY = 4  # `inspect.CO_VARARGS`
_TAKES_OTHERS = 8  # `inspect.CO_VARKEYWORDS`


def coroutine_function(method: F) -> F:
    """Let `inspect.iscoroutinefunction` recognise a method that returns an awaitable."""
    marked: Any = _CoroutineFunction(method)
    return marked  # type: ignore[no-any-return]


class _CoroutineFunction:
    """A function that `inspect` recognizes as a coroutine function.

    `inspect` reads the flags of the code of a function, or of anything that looks like a function.
    Its own `markcoroutinefunction` is there since Python 3.12, and takes long to import.
    """

    __defaults__ = None
    __kwdefaults__ = None

    def __init__(self, function: Any) -> None:
        self.__wrapped__ = getattr(function, "__wrapped__", function)
        self._function = function
        for name in ("__name__", "__qualname__", "__module__", "__doc__", "__annotations__"):
            setattr(self, name, getattr(function, name))
        self.__code__ = _coroutine_function.__code__

    def __get__(self, instance: object, owner: type | None = None) -> Any:
        return self if instance is None else MethodType(self, instance)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._function(*args, **kwargs)


async def _coroutine_function() -> None: ...
