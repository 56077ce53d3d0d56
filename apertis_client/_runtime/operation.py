"""Describes an operation of the API to the code that sends it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, Self, TypeVar, dataclass_transform

from .error_body import carries_error, error_details
from .importing import importing
from .json_object import JSONObject, is_object, wrap

if TYPE_CHECKING:
    from .contents import BinaryContent
    from .json_object import Decoder

__all__ = ["Items", "Operation", "Shape", "StreamingOperation", "parameter_text"]

A = TypeVar("A", bound=JSONObject)
E = TypeVar("E", bound=JSONObject)


class Items(NamedTuple):
    """What the decoded JSON of the items of a list can be, where the spec is certain.

    Attributes:
        types: That of the items themselves.
        members: That of members that all of them have.
    """

    types: frozenset[type]
    members: Mapping[str, frozenset[type]] = {}


class Shape(NamedTuple):
    """What a value inside of the body of a request can be, where the spec is certain.

    Attributes:
        types: The types of its decoded JSON; empty where it may be anything.
        items: The shape of the items of a list, or of the values of a map.
        tag: The member that says what an object is; empty where there is one kind.
        objects: The name of the object by the value of its tag, or by None where it has none.
    """

    types: frozenset[type]
    items: Shape | None = None
    tag: str = ""
    objects: Mapping[str | int | None, str] = {}


@dataclass_transform(kw_only_default=True, frozen_default=True)
class _Described:
    """A record with the attributes that its class declares.

    Only generated modules, which are type-checked, construct one.
    """

    def __init__(self, **attributes: Any) -> None:
        self.__dict__.update(attributes)


class Operation(_Described, Generic[A]):
    """One operation of openapi.yaml: its address, its parameters and its responses."""

    name: str
    """The `operationId`."""
    method_path: str = ""
    """The method of the client that calls it: ``chat.completions.create``."""
    method: str
    path: str
    response: type[A] | None
    """The model of a successful response in JSON; None where it is never a JSON object."""
    other: type[BinaryContent | str] | None = None
    """What a successful response becomes that is no JSON object; None where it always is one."""
    errors: Mapping[str, type[JSONObject]] = {}
    """The models of documented error bodies, by status: ``"404"``, ``"5XX"`` or ``"default"``."""
    parameters: frozenset[str]
    """The names of all keyword arguments."""
    required: tuple[str, ...] = ()
    types: Mapping[str, frozenset[type]] = {}
    """What the decoded JSON of a parameter can be, where the spec is certain."""
    items: Mapping[str, Items] = {}
    """The same for the items of parameters that are lists, and the values of maps."""
    body: str = ""
    """The name of the body in the module `shapes`; empty where nothing is known of it."""
    ranges: Mapping[str, tuple[float | None, float | None]] = {}
    """The least and the greatest value of numbers, which only the command line checks."""
    not_empty: tuple[str, ...] = ()
    """The members of the body that are text or lists, and not empty."""
    path_parameters: tuple[str, ...] = ()
    query_parameters: Mapping[str, str] = {}
    """The name in the query of each keyword argument that is sent there."""
    header_parameters: Mapping[str, str] = {}
    """The header of each keyword argument that is sent as one."""
    defaults: Mapping[str, Any] = {}
    """What the client sends for parameters of the body that are left out."""
    has_body: bool = False
    content: str | None = None
    """The parameter that is the whole body; None where each parameter is a member of it."""
    form_files: Mapping[str, int | None] | None = None
    """The parameters that are files, and the most bytes of each; None where the body is JSON."""
    text_choice: tuple[str, Sequence[str]] | None = None
    """The parameter that makes the response text, and its values that do so."""
    text_form: str = ""
    """The value of that parameter that was given; empty where the response is no text."""
    is_billed: bool = False
    """Whether repeating it may be paid twice, as the server may have done it without an answer."""

    def chosen(self, arguments: Mapping[str, Any] | JSONObject) -> Self:
        """Return this operation with the kind of response that the arguments choose."""
        if self.text_choice is None:
            return self
        name, texts = self.text_choice
        given = vars(arguments) if isinstance(arguments, JSONObject) else arguments
        choice = given.get(name)
        if choice not in texts:
            return self
        chosen = type(self).__new__(type(self))
        chosen.__dict__.update(vars(self), other=str, response=None, text_form=choice)
        return chosen

    def url_path(self, arguments: Mapping[str, Any]) -> str:
        """Return the path with its parameters filled in, percent-encoded (RFC 3986, 2.1).

        Raises:
            ValueError: A parameter is empty, or a dot segment (RFC 3986, 3.3), which a server
                would resolve to another path; or it holds half a surrogate pair.
        """
        values = {name: parameter_text(arguments[name]) for name in self.path_parameters}
        for name, value in values.items():
            if not value.strip():
                raise ValueError(f"{name} must not be empty")
            if value.strip() in {".", ".."}:
                raise ValueError(f"{name} must not be {value!r}, which a path cannot hold")
        with importing:
            from urllib.parse import quote  # takes long to import

        try:
            return self.path.format_map({name: quote(values[name], safe="") for name in values})
        except UnicodeEncodeError:
            names = " and ".join(values)
            raise ValueError(f"{names} must be valid Unicode to be part of the path") from None

    def decode_error(self, status: int, body: object) -> JSONObject | None:
        """Return a decoded body as the error that the spec documents for `status`, or None.

        A successful status with an error in its body has the error documented first.
        """
        if not is_object(body):
            return None
        names = (str(status), f"{status // 100}XX", "default")
        model = next((self.errors[name] for name in names if name in self.errors), None)
        details = error_details(body)
        is_error = carries_error(body) or None not in (details.message, details.code)
        if 200 <= status < 300 and self.errors and is_error:
            model = next(iter(self.errors.values()))
        return None if model is None else wrap(model, body)


def parameter_text(value: object) -> str:
    """Return a parameter as it stands in a path or a header; a boolean as in JSON."""
    return str(value).lower() if isinstance(value, bool) else str(value)


class StreamingOperation(Operation[A], Generic[A, E]):
    """An operation that can respond with an event stream."""

    event_decoder: Decoder
    """Turns the data of an event into its model."""
    event_members: tuple[str, ...]
    """The members that only an event has: its tag, or what its model promises."""
    event_tag: str = ""
    """The member that says what kind of event it is; empty where there is one kind."""
    stream_parameter: str
    """The member of the body that asks for the stream."""
    stream_end: frozenset[str]
    """The data, or the tag, of each event that ends a complete stream."""
    stream_skip: frozenset[str] = frozenset()
    """The tags of events that say nothing."""

    def is_event(self, data: Mapping[str, Any]) -> bool:
        """Return whether data is an event, whatever message it has beside."""
        kind = data.get(self.event_tag)
        is_error = isinstance(kind, str) and kind.endswith("error")
        return not is_error and any(name in data for name in self.event_members)
