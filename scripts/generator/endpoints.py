"""The methods of the clients that call any endpoint, by its path: `get`, `post` and so on."""

from __future__ import annotations

import ast
import textwrap
from typing import TYPE_CHECKING, NamedTuple

from .answers import Overload
from .declarations import RAISES, Declaration, signature, typed_dict

if TYPE_CHECKING:
    from .kinds import Kind

__all__ = ["Endpoints", "Verb", "endpoints"]


class Result(NamedTuple):
    """What an endpoint returns, as `Kind.results` takes it."""

    result: str
    event: str
    items: str = ""


class Verb(NamedTuple):
    """A method of a client, named after one of HTTP."""

    name: str
    summary: str

    def overloads(self, kind: Kind) -> list[Overload]:
        """Return the signatures for one class."""
        plain, streamed, _ = kind.results(Result("Any", "JSONObject"))
        typed, typed_stream, _ = kind.results(Result("T", "E"))
        without = "stream: Literal[False] | None = None"
        forms = [
            ("answer: None = None", without, plain),
            ("answer: TypeForm[T]", without, typed),
            ("answer: None = None", "stream: Literal[True]", streamed),
            ("answer: type[E]", "stream: Literal[True]", typed_stream),
            ("answer: Any = None", "stream: bool | None = None", kind.result.format("Any")),
        ]
        return [
            Overload(f"path: str, *, {answer}, {stream}, **options: Unpack[EndpointOptions]", made)
            for answer, stream, made in forms
        ]

    def shown_result(self, kind: Kind) -> str:
        """Return the type of the result as `help` shows it."""
        return kind.result.format("Any")


class Endpoints(NamedTuple):
    """All these methods, and the signature that they share."""

    verbs: tuple[Verb, ...]
    declaration: Declaration


VERBS = (
    Verb("get", "Get what is at a path of the API."),
    Verb("post", "Send a body to a path of the API."),
    Verb("put", "Put a body at a path of the API."),
    Verb("patch", "Change what is at a path of the API."),
    Verb("delete", "Delete what is at a path of the API."),
)


def endpoints(options: list[ast.ClassDef]) -> Endpoints:
    """Return the methods.

    Args:
        options: The classes of their options, as they are written.
    """
    types: dict[str, str] = {}
    entries = PARAMETERS
    for each in options:
        named, described = typed_dict(each)
        types |= named
        entries += textwrap.dedent(described).rstrip() + "\n"
    parameters = {name: f"{name}: {type_} = None" for name, type_ in types.items()}
    fixed = {"path": "path: str", "*": "*"}
    other = {"answer": "answer: Any = None", "stream": "stream: bool | None = None"}
    doc = f"Call an endpoint.\n\n    Args:\n{textwrap.indent(entries, ' ' * 8)}\n    Raises:\n"
    shown = signature({**fixed, **parameters, **other})
    return Endpoints(VERBS, Declaration("endpoint_signature", shown, f"{doc}{RAISES}\n    "))


PARAMETERS = """\
path: The path below the base URL, such as ``/files``. What a path cannot hold is encoded.
answer: What the response becomes: a model of `apertis`, which may also be that of the events of
    a stream; a pydantic model, dataclass or other type that pydantic reads (needs
    ``apertis[pydantic]``); `str`, `bytes` or `BinaryContent`. Default: decoded JSON, and
    `JSONObject` for events.
stream: Ask for an event stream. It is complete where the body ends as HTTP says.
"""
