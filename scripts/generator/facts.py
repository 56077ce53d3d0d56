"""The facts of the spec that templates print: typed records without behaviour.

`collect` makes all of them (`collect.py`). If a template would have to decide something, add a
field here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .spec import Schema

__all__ = [
    "EnumFacts",
    "Facts",
    "Import",
    "Items",
    "ModelFacts",
    "OperationFacts",
    "Parameter",
    "Property",
    "Shape",
    "TextChoice",
]


@dataclass(frozen=True)
class Import:
    """Names that a module takes from another one."""

    module: str
    names: list[str]


@dataclass(frozen=True)
class Property:
    """A member of a model."""

    name: str
    type: str
    """Its type as an attribute."""
    default: str
    """The code of its default; empty where it is required."""
    argument: str
    """Its type in the plain dict."""
    is_required: bool
    docstring: str


@dataclass(frozen=True)
class EnumFacts:
    """A schema that lists the known values of a string."""

    name: str
    text: str
    """Its description, as a docstring."""
    values: list[str]


@dataclass(frozen=True)
class ModelFacts:
    """A schema that becomes a class, or a type alias where it is a map."""

    name: str
    text: str
    """Its description, wrapped for its docstring."""
    alias: str = ""
    """The type that a map stands for."""
    is_sent: bool = False
    is_received: bool = False
    bases: list[str] = field(default_factory=list[str])
    methods: str = ""
    """The module of the handwritten base class (``x-methods``); empty where there is none."""
    attributes: list[str] = field(default_factory=list[str])
    """The entries of the docstring's section "Attributes"."""
    properties: list[Property] = field(default_factory=list[Property])
    texts: dict[str, str] = field(default_factory=dict[str, str])
    """The decoders of members that are text as a rule, by name."""
    nested: dict[str, str] = field(default_factory=dict[str, str])
    """The decoders of other members whose JSON value is not kept as it is."""
    imports: list[Import] = field(default_factory=list[Import])
    items: str = ""
    """The member that the model iterates over."""
    item_type: str = ""
    other_tag: str = ""
    """The tag of an open variant, by which type checkers tell it from the others."""


@dataclass(frozen=True)
class Items:
    """What the items of an array, or the values of a map, are in JSON, as Python types."""

    types: list[str]
    members: dict[str, list[str]]
    """Those of members of the items."""


@dataclass(frozen=True)
class Shape:
    """What a value inside of the body of a request is in JSON, where the spec is certain."""

    types: list[str]
    """As Python types; empty where it may be anything."""
    items: Shape | None
    """The items of an array, or the values of a map."""
    tag: str
    """The member that says what an object is; empty where there is one kind."""
    objects: dict[Any, str]
    """The name of the object by the value of its tag, or by None where it has none."""


@dataclass(frozen=True)
class Parameter:
    """Something that an operation takes."""

    name: str
    """The keyword argument: the JSON name of a member of the body, else an identifier."""
    wire_name: str
    place: str
    """``path``, ``query``, ``header`` or ``body``."""
    type: str
    optional_type: str
    """The same, with None."""
    is_required: bool
    is_apart: bool
    """Whether it has a class of its own in the generated module (``x-apart``)."""
    types: list[str]
    """The Python types of its JSON, for a check; empty where the spec does not say."""
    items: Items | None
    """Those of the items of an array, or of the values of a map; None where nothing is certain."""
    is_never_empty: bool
    """Whether it is text that may not be empty."""
    range: tuple[float | None, float | None] | None
    """The least and the greatest value of a number; None where neither is known."""
    is_file: bool
    """Whether it is a file in a form, or a list of them."""
    max_bytes: int | None
    """How many bytes each of them may have."""
    entry: str
    """What it is, as an entry of a docstring."""
    is_batched: bool
    """Whether several requests can share its entries (``x-batched``)."""
    client_default: str
    """The code of what the client sends where it is left out; empty where it sends nothing."""
    schema: Schema


@dataclass(frozen=True)
class TextChoice:
    """A parameter that chooses whether the response is text instead of JSON."""

    parameter: str
    texts: list[str]
    """Its values that make the response text."""
    others: list[str]
    """Its other known values."""


@dataclass(frozen=True)
class OperationFacts:
    """An operation of the API."""

    name: str
    tag: str
    method: str
    path: str
    method_path: str
    """Its place on the client (``x-method``); empty if it has none."""
    summary: str
    summary_text: str
    """The summary, wrapped for a docstring, as the next one is."""
    description_text: str
    parameters: list[Parameter]
    """All parameters, in the order of the spec: path, body, query, headers."""
    body: str
    """The schema of the body; empty without one."""
    body_entry: str
    response: str
    """The schema of a successful response in JSON; empty where there is none."""
    other: str
    """What another successful response becomes: ``BinaryContent`` or empty."""
    result: str
    """The type of what a call returns."""
    errors: dict[str, str]
    """The schema of each documented error body, by status."""
    imports: list[Import]
    """What the types of the parameters need."""
    modules: dict[str, str]
    """The module of each schema that is named above."""
    type_names: list[str]
    """The models that the signature of a method names."""
    needs_key: bool
    is_billed: bool
    """Whether repeating it may be paid twice (``x-billed``)."""
    event: str = ""
    """The schema of the events of a stream; empty where it cannot stream."""
    event_decoder: str = ""
    """The code of the decoder of an event."""
    event_imports: list[Import] = field(default_factory=list[Import])
    """What that needs."""
    event_members: list[str] = field(default_factory=list[str])
    """The members that only an event has."""
    event_tag: str = ""
    """The member that says what kind of event it is; empty where there is one kind."""
    stream_parameter: str = ""
    stream_end: list[str] = field(default_factory=list[str])
    """The data, or the tag, of each event that ends a stream."""
    stream_skip: list[str] = field(default_factory=list[str])
    """The tags of events that say nothing."""
    mixin: str = ""
    """The handwritten class that adds methods to its resource (``x-mixin``)."""
    stream_format: str = ""
    """The handwritten object that reads its streams (``x-stream-format``); empty without one."""
    items: str = ""
    """The type of the items of a response that can be iterated; empty otherwise."""
    is_form: bool = False
    """Whether the body is a form instead of JSON."""
    text_choice: TextChoice | None = None
    """What makes the response text (``x-chosen-by``); None where nothing does."""
    above: str = ""
    """What leads from the base URL to what the path belongs to: ``/..`` for each segment."""
    job: dict[str, tuple[str, ...]] | None = None
    """Of an operation that returns a job (``x-job``): the states ``done`` and ``failed``."""
    batched: tuple[str, str] | None = None
    """The parameter whose entries several requests can share (``x-batched``), and the member of the
    response that has something for each."""


@dataclass(frozen=True)
class Facts:
    """All that templates know of a spec."""

    server: str
    modules: dict[str, str]
    """The module of each name that `apertis_client.models` offers."""
    enums: dict[str, EnumFacts]
    models: dict[str, ModelFacts]
    unions: dict[str, list[str]]
    operations: dict[str, OperationFacts]
    shapes: dict[str, dict[str, Shape]]
    """The members of each object that a request may hold, by its name."""
