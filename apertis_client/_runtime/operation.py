"""Describes an operation of the API to whoever sends it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, TypeVar, dataclass_transform
from urllib.parse import quote

from .json_object import JSONObject

__all__ = ["Operation", "StreamingOperation"]

A = TypeVar("A", bound=JSONObject)
E = TypeVar("E", bound=JSONObject)


@dataclass_transform(kw_only_default=True, frozen_default=True)
class _Described:
    """What is described by the arguments that its class declares.

    Nobody but generated modules, which a type checker has seen, makes any.
    """

    def __init__(self, **described: Any) -> None:
        self.__dict__.update(described)


class Operation(_Described, Generic[A]):
    """What openapi.yaml says of one operation: where it goes, what it takes, what it gives."""

    name: str
    method: str
    path: str
    answer: type[A]
    parameters: frozenset[str]
    """The name of everything the operation takes, as keyword arguments have it."""
    required: tuple[str, ...] = ()
    arrays: frozenset[str] = frozenset()
    """The parameters that are a JSON array and nothing else."""
    path_parameters: tuple[str, ...] = ()
    query_parameters: Mapping[str, str] = {}
    """The keyword arguments that go into the query, each with the name it has there."""
    header_parameters: Mapping[str, str] = {}
    """The keyword arguments that go into headers, each with the name it has there."""
    has_body: bool = False
    method_path: str = ""
    """What a user of a client calls for it, from the client on (``chat.completions.create``)."""

    def url_path(self, arguments: Mapping[str, Any]) -> str:
        """Return the path with its parameters filled in, percent-encoded (RFC 3986, 2.1).

        Raises:
            ValueError: a parameter is empty or a dot segment (RFC 3986, 3.3), and so no part.
        """
        for name in self.path_parameters:
            if str(arguments[name]).strip() in {"", ".", ".."}:
                raise ValueError(
                    f"{name} may not be empty, nor be {arguments[name]!r}: no path leads there"
                )
        try:
            return self.path.format_map(
                {name: quote(str(arguments[name]), safe="") for name in self.path_parameters}
            )
        except UnicodeEncodeError:
            names = " and ".join(self.path_parameters)
            raise ValueError(
                f"{names}: the path would hold text that is not valid Unicode"
            ) from None


class StreamingOperation(Operation[A], Generic[A, E]):
    """An operation that can answer with an event stream."""

    event: type[E]
    stream_parameter: str
    """The member of the body that asks for the stream."""
    stream_end: bytes
    """The data of the event that says the stream is complete."""
