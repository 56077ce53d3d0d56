"""Loads what `apertis[pydantic]` installs, or says how to get it."""

from __future__ import annotations

from typing import Final

from .._importing import importing

__all__ = ["require_pydantic"]


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
