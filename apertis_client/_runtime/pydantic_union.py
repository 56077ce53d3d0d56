"""What pydantic is told of a union: as which of its types a value is validated.

By itself it tries one after the other, and says what is wrong with the value as each of them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from types import UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    NotRequired,
    Required,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from .dumping import PydanticMethods

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

__all__ = ["as_what_it_is", "twin_of"]

# For each kind of value how it is called in paths and in messages, first the more special kinds: a
# bool is an int, too.
_KINDS: tuple[tuple[type, str, str], ...] = (
    (type(None), "none", "null"),
    (bool, "bool", "true or false"),
    (int, "number", "a number"),
    (float, "number", "a number"),
    (str, "str", "text"),
    (bytes, "str", "text"),
    (Mapping, "dict", "an object"),
    (PydanticMethods, "dict", "an object"),
    (Sequence, "list", "a list"),
)
_OTHER = "other"


def as_what_it_is(hint: Any) -> Any:
    """Return a type of which pydantic validates unions by what a value is, objects by their tag.

    Beside a `TypedDict`, a model is an instance only, so that a dict stays one.
    """
    args = get_args(hint)
    if not args or get_origin(hint) in (Annotated, Literal):
        return hint
    inner = tuple(map(as_what_it_is, args))
    if get_origin(hint) not in (Union, UnionType):
        return get_origin(hint)[inner]
    # Lists of anything are for type checkers only.
    inner = tuple(each for each in inner if each != Sequence[Any])
    return Annotated[_union(inner), _Choice(inner)]


def twin_of(model: type[Any]) -> type[Any] | None:
    """Return the `TypedDict` beside a model, or beside the class that it is derived from."""
    for base in model.__mro__:
        found = getattr(sys.modules[base.__module__], f"{base.__name__}Dict", None)
        if isinstance(found, type):
            return found
    return None


class _Choice:
    """Marks a union of these types."""

    def __init__(self, types: tuple[Any, ...]) -> None:
        self._types = types

    def __get_pydantic_core_schema__(self, union: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        kinds: dict[str, list[Any]] = {}
        expected: dict[str, str] = {}
        for each in self._types:
            kind, shown = _kind(each)
            kinds.setdefault(kind, []).append(each)
            expected[kind] = shown
        if "" in kinds:
            return handler(union)
        is_nullable = kinds.pop("none", None) is not None
        objects = _Objects(kinds.pop("dict", []))
        if "dict" in expected:
            expected["dict"] = objects.expected
        choices = {kind: handler.generate_schema(_union(kinds[kind])) for kind in kinds}
        choices |= {tag: handler.generate_schema(each) for tag, each in objects.choices.items()}

        def choose(value: Any) -> str | None:
            kind = next((kind for of, kind, _ in _KINDS if isinstance(value, of)), None)
            return objects.choose(value) if kind == "dict" else kind

        schema = next(iter(choices.values()))
        if len(choices) > 1:
            schema = core_schema.tagged_union_schema(
                choices,
                choose,
                custom_error_type="not_in_union",
                custom_error_message=f"Input should be {_either(expected.values())}",
            )
        if objects.instances:
            schema = _or_instance(objects.instances, schema)
        return core_schema.nullable_schema(schema) if is_nullable else schema


class _Objects:
    """The objects of a union, told apart by their tag: a member that has a text of its own in each.

    Args:
        types: The `TypedDict`s and models.
    """

    def __init__(self, types: list[Any]) -> None:
        dicts = [each for each in types if is_typeddict(each)]
        models = tuple(each for each in types if not is_typeddict(each))
        others = {each: tag for each in models if (tag := _open_tag(each))}
        known = {each: _tags(each) for each in dicts or models if each not in others}
        other, self._tag = next(iter(others.items()), (None, ""))
        if not self._tag:
            common = set[str]().union(*known.values()).intersection(*known.values())
            # Some may be the same in all, such as a role.
            self._tag = max(common, key=lambda tag: len(_values(known, tag)), default="")
        self._untagged: str | None = None
        self.instances = models if dicts else ()
        """The models that are taken as instances, beside what is chosen from."""
        self.choices: dict[str, Any] = {}
        """The type of the objects that have a tag."""
        if known and not self._tag:
            self.choices["dict"], self._untagged = _union(known), "dict"
        for each, tags in known.items():
            values, is_required = tags.get(self._tag, ((), True))
            for value in values:
                self.choices.setdefault(value, each)
            if values and not is_required:
                self._untagged = values[0]
        if other:
            self.choices[_OTHER] = (twin_of(other) if dicts else None) or other

    @property
    def expected(self) -> str:
        """What an object of the union is like."""
        if not self._tag:
            return "an object"
        if _OTHER in self.choices:
            return f"an object with {self._tag!r}"
        return f"an object whose {self._tag!r} is {_either(map(repr, self.choices))}"

    def choose(self, value: Any) -> str | None:
        """Return the tag by which an object is validated; None for none of the choices."""
        if not self._tag or self._tag not in value:
            return self._untagged
        tag: object = value.get(self._tag)
        if not isinstance(tag, str):
            return None
        return tag if tag in self.choices or _OTHER not in self.choices else _OTHER


def _kind(hint: Any) -> tuple[str, str]:
    """Return the kind of the values of a type, and how a message calls it; empty if unknown."""
    kinds: set[tuple[str, str]] = set()
    origin = get_origin(hint)
    classes: Iterable[Any] = map(type, get_args(hint)) if origin is Literal else [origin or hint]
    for each in classes:
        is_class = isinstance(each, type) and (is_typeddict(each) or not issubclass(each, Mapping))
        known = ((kind, shown) for of, kind, shown in _KINDS if is_class and issubclass(each, of))
        kinds.add(next(known, ("", "")))
    return kinds.pop() if len(kinds) == 1 else ("", "")


def _open_tag(model: type[Any]) -> str:
    """Return the member of the objects that the spec does not know; empty for one that it does."""
    return next((name for name, kind in model.__annotations__.items() if kind == "OtherTag"), "")


def _tags(of: type[Any]) -> dict[str, tuple[tuple[str, ...], bool]]:
    """Return the members that have certain texts, with these, and whether they must be there."""
    tags: dict[str, tuple[tuple[str, ...], bool]] = {}
    typed_dict = of if is_typeddict(of) else twin_of(of)
    for name, hint in get_type_hints(typed_dict, include_extras=True).items():
        is_required = get_origin(hint) is not NotRequired
        inner = get_args(hint)[0] if get_origin(hint) in (Required, NotRequired) else hint
        literals = get_args(inner) if get_origin(inner) in (Union, UnionType) else (inner,)
        if all(get_origin(each) is Literal for each in literals):
            values = [value for each in literals for value in get_args(each)]
            tags[name] = (tuple(each for each in values if isinstance(each, str)), is_required)
    return tags


def _values(known: Mapping[Any, Any], tag: str) -> set[str]:
    return {value for tags in known.values() for value in tags[tag][0]}


def _union(types: Iterable[Any]) -> Any:
    return Union[tuple(types)]  # noqa: UP007  of types that are known at run time only


def _either(texts: Iterable[str]) -> str:
    *first, last = texts
    return f"{', '.join(first)} or {last}" if first else last


def _or_instance(models: tuple[type[Any], ...], schema: CoreSchema) -> CoreSchema:
    """Return a schema that also takes instances: they stay what they are, and are written."""
    from pydantic_core import core_schema

    return core_schema.no_info_wrap_validator_function(
        lambda value, validate: value if isinstance(value, models) else validate(value),
        schema,
        serialization=core_schema.wrap_serializer_function_ser_schema(
            lambda value, write: value.to_dict() if isinstance(value, models) else write(value),
            schema=schema,
        ),
    )
