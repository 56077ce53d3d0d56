"""Sends more entries than one request takes as several requests."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, cast

from .._core.checks import check_count, check_seconds
from .._errors.tree import ApertisError

if TYPE_CHECKING:
    from apertis_client._runtime.json_object import JSONObject

__all__ = ["result_of_batches"]


async def result_of_batches(
    send: Callable[[Mapping[str, Any]], Awaitable[Any]],
    given: Mapping[str, Any],
    now: Callable[[], float],
    parameter: str,
    items: str,
) -> Any:
    """Return the result of a call whose entries are sent `batch_size` at a time.

    Args:
        send: Sends a request with the arguments that it is given, and returns its result.
        given: The arguments of the call.
        now: Returns the time, in seconds, by which `deadline` is measured.
        parameter: The argument that has the entries.
        items: The member of the response that has something for each of them. What the batches
            give is joined there, in the order of the entries; the numbers of `usage` are added.

    Raises:
        TypeError: `batch_size` is not a whole number.
        ConfigurationError: it is less than 1.
        ApertisError: a response has another number of items than its request had entries.
    """
    arguments = dict(given)
    size, deadline = arguments.pop("batch_size"), arguments.get("deadline")
    end = None if deadline is None else now() + check_seconds("deadline", deadline)
    whole: Any = None
    for start, batch in _batches(arguments.get(parameter), size):
        arguments[parameter] = batch
        if end is not None:  # of all requests together
            arguments["deadline"] = max(end - now(), 1e-3)
        result = await send(arguments)
        found = result[items] or ()
        if whole is not None or len(batch) < len(given[parameter]):  # it is a batch
            _check_count(items, len(found), parameter, len(batch))
        for position, item in enumerate(found):
            item.index = start + (position if item.index is None else item.index)
        if whole is None:
            whole = result
        else:
            whole[items].extend(found)
            _add(*(getattr(each, "usage", None) for each in (whole, result)))
    whole[items].sort(key=attrgetter("index"))
    return whole


def _check_count(items: str, found: int, parameter: str, sent: int) -> None:
    """Refuse a response by which nobody could tell which of its items is for which entry."""
    if found != sent:
        raise ApertisError(
            f"the server answered with {found} {items} for {sent} entries of {parameter}"
        )


def _batches(entries: Any, size: int) -> Iterator[tuple[int, Any]]:
    """Yield the entries in batches, each with the place of its first entry."""
    check_count("batch_size", size, least=1)
    # A list of numbers is one text as tokens. What is no list at all, sending it will find.
    if not isinstance(entries, (list, tuple)) or not entries or isinstance(entries[0], int):
        yield 0, entries
        return
    listed: Sequence[Any] = cast("Any", entries)
    for start in range(0, len(listed), size):
        yield start, listed[start : start + size]


def _add(total: JSONObject | None, usage: JSONObject | None) -> None:
    """Add the numbers of a usage to those of another one."""
    if total is not None and usage is not None:
        for name, value in vars(usage).items():
            if isinstance(value, int):
                setattr(total, name, (getattr(total, name) or 0) + value)
