"""Modules that are imported late, in such a way that a fork waits for it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from apertis_client._runtime.importing import importing

__all__ = ["asyncio", "httpx", "importing", "require_pydantic"]

if TYPE_CHECKING:
    import asyncio

    import httpx
else:

    class LazyModule:
        """A module that is imported when one of its names is first asked for."""

        def __init__(self, name: str) -> None:
            self._name = name
            self._module: Any = None

        def __getattr__(self, name: str) -> Any:
            if self._module is None:
                with importing:
                    self._module = import_module(self._name)
            return getattr(self._module, name)

    # It takes half of the time in which a program begins, and our connections do without it: it is
    # needed for its exceptions, for who looks at a request or a response, and for its clients.
    httpx = LazyModule("httpx")
    # Where its event loop runs, somebody has imported it; a sync program does without it.
    asyncio = LazyModule("asyncio")


def require_pydantic() -> None:
    """Load pydantic, or raise an `ImportError` that says how to get it."""
    try:
        with importing:
            import pydantic
    except ImportError as error:
        raise ImportError(f"this needs pydantic, which cannot be loaded: {_INSTALL}") from error
    if pydantic.VERSION.startswith("1."):
        raise ImportError(f"this needs pydantic 2, and {pydantic.VERSION} is there: {_INSTALL}")


_INSTALL: Final = 'pip install "apertis[pydantic]"'
