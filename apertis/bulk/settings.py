"""The settings of a bulk run, and their checks."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, TypedDict, cast

from apertis_client._runtime.json_object import is_object
from apertis_client._runtime.pydantic_schema import for_pydantic

from .._core.checks import check_amount, check_bool, check_count, check_mapping, similar_name
from .._errors.tree import ConfigurationError
from .._importing import importing
from .open_files import check_connections
from .operations import CHAT

__all__ = ["BulkSettings", "check_settings"]

_MOST_AT_ONCE: Final = 10_000  # each needs a connection, of which there are few tens of thousands
_PRICES: Final = frozenset({"input", "output", "cached"})


@for_pydantic
class BulkSettings(TypedDict, total=False):
    """The settings of a bulk run, all of which may be left out; None is the default.

    Attributes:
        concurrency: The most calls at once, 1 to 10,000. There are fewer while the server refuses
            calls. Each needs a connection, so an open file of this process. Default: 100.
        output: The file that a line is appended to for each row, ``-`` for standard output. Rows
            that it has lines for are not asked again. Default: none.
        url: The URL of the operation that rows are for that do not say theirs, such as
            ``/v1/embeddings``. Default: ``/v1/chat/completions``.
        defaults: Members of the body, and options of the call, for the rows that lack them.
        system: The system message of rows that have a prompt.
        response_format: The type that the text of each answer is parsed into, as for
            `chat.completions.parse`, or a ``response_format`` of the API, whose JSON schema each
            text is checked against. What does not fit, and a refusal, is a failure.
        deduplicate: Ask a request that occurs several times once. Default: False.
        retry_failed: Ask the rows again that failed before. Their lines stay until the end of a
            run in which they got others, which tell what the failures used. Default: False.
        requests_per_minute: The most requests in a minute, retries included.
        tokens_per_minute: The most tokens in a minute.
        max_cost: What all that the output has may cost. No row is asked that may pass it, with
            those under way: a row is taken to have as many tokens of input as its request has
            bytes, without data of images, sounds and files, and of output as its own ``max_tokens``
            allows (``max_completion_tokens``, ``max_output_tokens``; times ``n``), which each row
            that writes text needs. Where the gateway says the costs and there are no prices, the
            dearest row so far counts, in proportion to its size. What this does not foresee, and
            what attempts cost that have no answer, can pass the limit. The first row is asked
            alone.
        max_tokens_total: How many tokens they may use in all, in the same way.
        prices: By model, the prices of a million tokens, 0 or more: ``input``, ``output`` (default:
            0) and ``cached``, that of input which the server had in its cache (default: ``input``).
    """

    concurrency: int | None
    output: str | os.PathLike[str] | None
    url: str | None
    defaults: Mapping[str, Any] | None
    system: str | None
    response_format: Any
    deduplicate: bool | None
    retry_failed: bool | None
    requests_per_minute: float | None
    tokens_per_minute: float | None
    max_cost: float | None
    max_tokens_total: int | None
    prices: Mapping[str, Mapping[str, float]] | None


def check_settings(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return all settings, checked, with their defaults.

    Raises:
        ConfigurationError: invalid value; the message names it.
        TypeError: a value is of the wrong type, or there is no such setting.
    """
    for name in given.keys() - _CHECKS.keys():
        hint = similar_name(name, _CHECKS, f"; it has {', '.join(_CHECKS)}")
        with importing:
            from apertis_client.api.chat.create_chat_completion import OPERATION

        if name in OPERATION.parameters:
            hint = f"; write defaults={{{name!r}: ...}}"
        raise TypeError(f"a bulk run has no setting {name!r}{hint}")
    checked = {
        name: _CHECKS[name](name, value) for name, value in given.items() if value is not None
    }
    settings: dict[str, Any] = {**dict.fromkeys(_CHECKS), **_DEFAULTS, **checked}
    check_connections("concurrency", settings["concurrency"])
    return settings


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{name} must be text, not {type(value).__name__}")
    return value


def _path(name: str, value: object) -> Path:
    if not isinstance(value, (str, os.PathLike)):
        raise TypeError(f"{name} must be a path, not {type(value).__name__}")
    return Path(cast("str", value))


def _positive(name: str, value: object) -> int:
    return check_count(name, value, least=1)


def _concurrency(name: str, value: object) -> int:
    return check_count(name, value, least=1, most=_MOST_AT_ONCE)


def _prices(name: str, value: object) -> dict[str, dict[str, float]]:
    prices = check_mapping(name, value)
    for model, price in prices.items():
        if not is_object(price) or "input" not in price or not _PRICES.issuperset(price):
            raise ConfigurationError(
                f"{name} of {model!r} must be an object with input, output, and cached if that"
                " differs: numbers for a million tokens"
            )
        for kind, number in price.items():
            check_amount(f"{name} of {model!r}: {kind}", number, least=0)
    return prices


def _defaults(name: str, value: object) -> dict[str, Any]:
    defaults = check_mapping(name, value)
    if "max_retries" in defaults:
        raise ConfigurationError(
            f"{name} may not hold max_retries, which a run takes from its client; use"
            " client.with_options(max_retries=...)"
        )
    return defaults


def _anything(_name: str, value: Any) -> Any:
    return value


_CHECKS: Final[Mapping[str, Callable[[str, Any], Any]]] = {
    "concurrency": _concurrency,
    "output": _path,
    "url": _text,
    "defaults": _defaults,
    "system": _text,
    "response_format": _anything,
    "deduplicate": check_bool,
    "retry_failed": check_bool,
    "requests_per_minute": check_amount,
    "tokens_per_minute": check_amount,
    "max_cost": check_amount,
    "max_tokens_total": _positive,
    "prices": _prices,
}

_DEFAULTS: Final[Mapping[str, Any]] = {
    "concurrency": 100,
    "url": CHAT,
    "defaults": {},
    "deduplicate": False,
    "retry_failed": False,
}
