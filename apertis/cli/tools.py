"""Functions that the model may call, and the question before each call."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .echo import drop_typed
from .failures import one_line

if TYPE_CHECKING:
    from .._answers.requested_call import RequestedCall

__all__ = ["Approval", "ToolFunction"]


class ToolFunction(click.ParamType["Callable[..., Any]"]):
    """A function: ``module:function``, or ``file.py:function``."""

    name = "MODULE:FUNCTION"

    def convert(self, value: Any, param: Any, ctx: Any) -> Callable[..., Any]:
        place, colon, name = str(value).rpartition(":")
        if not colon or not place or not name:
            self.fail(f"{value!r} is not MODULE:FUNCTION", param, ctx)
        try:
            function: Any = getattr(_load(place), name)
        except Exception as error:  # noqa: BLE001  whatever the module of the user raises
            self.fail(f"cannot load {value}: {type(error).__name__}: {error}", param, ctx)
        if not callable(function):
            self.fail(f"{value} is not a function", param, ctx)
        return function  # type: ignore[no-any-return]


def _load(place: str) -> Any:
    if not place.endswith(".py"):
        sys.path.insert(0, "")  # where the user is, as for `python -m`
        return import_module(place)
    spec = importlib.util.spec_from_file_location(Path(place).stem, place)
    if spec is None or spec.loader is None:
        raise ImportError(f"{place} is not a module")
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Approval:
    """Asks on the terminal whether a call may be run; says no where there is none.

    Args:
        is_given: Whether all calls are allowed.
    """

    def __init__(self, *, is_given: bool) -> None:
        self._is_given = is_given

    def __call__(self, call: RequestedCall) -> None:
        """Decide about a call; one that is refused gets a content, so that it is not run."""
        shown = one_line(f"{call.name}({call.arguments})")
        if self._is_given:
            click.echo(f"calling {shown}", err=True)
            return
        said = _ask(f"Call {shown}? [y]es, [n]o, [a]ll: ")
        if said is None:
            click.echo(f"not calling {shown}: no terminal to ask on; --yes allows it", err=True)
        self._is_given = said in ("a", "all")
        if not self._is_given and said not in ("y", "yes"):
            call.content = "The user does not allow this call."


def _ask(question: str) -> str | None:
    """Return what is typed at the terminal, whatever the standard streams are; None without one."""
    typed = Path("CONIN$" if sys.platform == "win32" else "/dev/tty")
    shown = Path("CONOUT$" if sys.platform == "win32" else "/dev/tty")
    try:
        with typed.open(encoding="utf-8") as keys, shown.open("w", encoding="utf-8") as out:
            drop_typed(keys)  # a question has no answer before it is asked
            out.write(question)
            out.flush()
            return keys.readline().strip().lower()
    except OSError:
        return None
