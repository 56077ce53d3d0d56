"""The operations of the API that take JSON and answer with it, by their URL."""

from __future__ import annotations

import functools
import pkgutil
import re
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote, urlsplit

from apertis_client import api

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apertis_client._runtime.operation import Operation

__all__ = ["CHAT", "find_operation"]

CHAT: Final = "/v1/chat/completions"


@functools.lru_cache(maxsize=1024)
def find_operation(method: str, url: str) -> tuple[Operation[Any], tuple[str, ...]]:
    """Return the operation at a method and a URL, and the parameters in its path.

    The operation sends what it is given, without the defaults of this client.

    Args:
        method: The method: ``POST``.
        url: The URL as in a file of OpenAI's batches, ``/v1/embeddings``, or a whole one.

    Raises:
        ValueError: there is none, or it does not take JSON and answer with JSON.
    """
    path = urlsplit(url).path.removeprefix("/v1")
    for operation in _operations():
        found = _pattern(operation.path).fullmatch(path)
        if found and operation.method == method.upper():
            if not operation.has_body or operation.form_files is not None:
                raise ValueError(f"{method} {url} takes no JSON")
            if operation.response is None:
                raise ValueError(f"{method} {url} does not answer with JSON")
            attributes: Any = {**vars(operation), "defaults": {}}
            return type(operation)(**attributes), tuple(map(unquote, found.groups()))
    known = ", ".join(
        f"/v1{each.path}".removeprefix("/v1/..") for each in _operations() if _is_plain(each)
    )
    raise ValueError(f"the API has no {method} {url}; there are {known}")


def _operations() -> Iterator[Operation[Any]]:
    """Yield all operations; those behind the one that is looked for are not loaded."""
    for name in _modules():
        operation = getattr(import_module(name), "OPERATION", None)
        if operation is not None:
            yield operation


@functools.cache
def _modules() -> list[str]:
    return [each.name for each in pkgutil.walk_packages(api.__path__, f"{api.__name__}.")]


def _is_plain(operation: Operation[Any]) -> bool:
    takes_json = operation.has_body and operation.form_files is None
    return takes_json and operation.response is not None


def _pattern(path: str) -> re.Pattern[str]:
    # Above the base URL, as the path of the characters, is a path like any other.
    return re.compile(re.sub(r"\\\{\w+\\\}", "([^/]+)", re.escape(path.removeprefix("/.."))))
