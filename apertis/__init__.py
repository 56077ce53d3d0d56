"""The Python client of the Apertis AI API.

    from apertis import Apertis

    client = Apertis()
    response = client.chat.completions.create(
        model="gpt-4.1-mini", messages=[{"role": "user", "content": "Hello!"}]
    )
    print(response.choices[0].message.content)

Each name loads what it needs when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._version import __version__ as __version__

if TYPE_CHECKING:
    from apertis_client.answer import Fallback as Fallback
    from apertis_client.answer import RateLimit as RateLimit
    from apertis_client.models import *  # noqa: F403  every schema, by the name the spec gives it

    from ._client import Apertis as Apertis
    from ._client import AsyncApertis as AsyncApertis
    from ._exceptions import *  # noqa: F403
    from ._retry import Outcome as Outcome
    from ._retry import RetryPolicy as RetryPolicy
    from ._streaming import AsyncStream as AsyncStream
    from ._streaming import Stream as Stream

_MODULES = {
    "Apertis": "._client",
    "AsyncApertis": "._client",
    "AsyncStream": "._streaming",
    "Fallback": "apertis_client.answer",
    "Outcome": "._retry",
    "RateLimit": "apertis_client.answer",
    "RetryPolicy": "._retry",
    "Stream": "._streaming",
}


def __getattr__(name: str) -> Any:
    if name == "__all__":  # asked for by `from apertis import *`
        return __dir__()
    if name.startswith("_"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    homes = [_MODULES[name]] if name in _MODULES else ["._exceptions", "apertis_client.models"]
    for home in homes:
        module = import_module(home, __name__)
        if name in module.__all__ or name in _MODULES:
            value = globals()[name] = getattr(module, name)
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    from apertis_client import models

    from . import _exceptions

    return sorted({"__version__", *_MODULES, *_exceptions.__all__, *models.__all__})
