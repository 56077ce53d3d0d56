"""Replace what pydantic cannot read in a type by models that it can.

These are attrs classes, which pydantic does not support, and `TypedDict`, which it does not support
in every version of Python. `cattrs` reads attrs classes, but has no schema for them and reports
only the first error.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import inspect
import types
from collections.abc import Callable, Generator, Iterable, Mapping
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Final,
    ForwardRef,
    Generic,
    Literal,
    NamedTuple,
    NewType,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

import attrs

from .._importing import importing

if TYPE_CHECKING:
    from pydantic import BaseModel, ConfigDict

__all__ = [
    "REQUIRED",
    "Member",
    "adapt_type",
    "get_docstring",
    "is_plain_dataclass",
    "make_model",
    "translate_errors",
    "type_name",
]

T = TypeVar("T")


REQUIRED: Final[Any] = ...
"""The default of a member that has none, as pydantic has it."""

_HIDDEN: Final = object()  # there is a default, which only the constructor knows


class Member(NamedTuple):
    """A member of an object: its name in JSON, its type and its default."""

    name: str
    annotation: Any
    default: Any = REQUIRED
    description: str | None = None


def make_model(
    name: str,
    members: Iterable[Member],
    *,
    doc: str | None = None,
    module: str = __name__,
    config: ConfigDict | None = None,
    build: Callable[[dict[str, Any]], Any] | None = None,
) -> Any:
    """Make a type that pydantic reads as an object with `members`.

    `build` is given the members that were present, by name, and makes the value; without it, the
    value is the model itself. Annotations have to be adapted already.
    """
    with importing:
        from pydantic import AfterValidator, BaseModel, Field, create_model

    fields: dict[str, Any] = {}
    names: dict[str, str] = {}
    for position, member in enumerate(members):
        info: dict[str, Any] = {"description": member.description} if member.description else {}
        field = member.name
        if field.startswith("_") or hasattr(BaseModel, field):
            # pydantic does not accept such a name for a field.
            field = f"member_{position}_"
            info["alias"] = member.name
        names[field] = member.name
        # First, since of two pieces of metadata the last one counts: that of the annotation.
        annotation = _prefixed(member.annotation, Field(**info)) if info else member.annotation
        is_hidden = member.default is _HIDDEN
        default = Field(default_factory=lambda: None) if is_hidden else member.default
        fields[field] = (annotation, default)
    with translate_errors(name):
        model = cast("Callable[..., type[BaseModel]]", create_model)(
            name,
            __config__={"protected_namespaces": (), **(config or {})},
            __doc__=doc,
            __module__=module,
            **fields,
        )
    if build is None:
        return model

    def build_value(value: BaseModel) -> Any:
        given = {
            name: getattr(value, field)
            for field, name in names.items()
            if field in value.model_fields_set
        }
        return build(given)

    return Annotated[model, AfterValidator(build_value)]


def adapt_type(annotation: Any) -> Any:
    """Replace everything in a type that pydantic does not know.

    Raises:
        TypeError: a class whose annotations cannot be read; the message names it.
    """
    return _Adaptation().adapt_root(annotation)


class _Adaptation:
    """The adaptation of one type, in which a class refers to itself by name."""

    def __init__(self) -> None:
        # Types that are adapted or being adapted. A list: not every type can be hashed.
        self._known: list[tuple[Any, ForwardRef]] = []
        self._open: list[Any] = []  # the aliases that are being adapted
        self._models: dict[str, Any] = {}  # by the name that refers to them

    def adapt_root(self, annotation: Any) -> Any:
        adapted = self._adapt(annotation, {})
        for model in self._models.values():
            with translate_errors(model.__origin__.__name__):
                model.__origin__.model_rebuild(_types_namespace=self._models)
        return adapted

    def _adapt(self, annotation: Any, variables: Mapping[Any, Any]) -> Any:
        if isinstance(annotation, TypeVar):
            return variables.get(annotation, annotation)
        if not variables and not _is_foreign(annotation):
            return annotation
        inner = _inner(annotation)
        if inner is not None:
            return self._adapt_alias(annotation, inner, variables)
        return self._rebuild(annotation, variables)

    def _rebuild(self, annotation: Any, variables: Mapping[Any, Any]) -> Any:
        origin, args = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return _annotated(self._adapt(args[0], variables), *annotation.__metadata__)
        if origin is Literal:
            return annotation
        args = tuple(self._adapt(arg, variables) for arg in args)
        cls = origin or annotation
        if cls is Iterable:
            return cast("Any", list)[args] if args else list
        if _is_foreign(cls):
            return self._make_model(cls, args)
        if not args:
            return annotation
        return Union[args] if origin in _UNIONS else cls[args]  # noqa: UP007  as many as there are

    def _adapt_alias(self, annotation: Any, inner: Any, variables: Mapping[Any, Any]) -> Any:
        if annotation in self._open:
            raise TypeError(f"{type_name(annotation)} cannot become a schema: it contains itself")
        self._open.append(annotation)
        adapted = self._adapt(inner, variables)
        self._open.pop()
        return adapted

    def _make_model(self, cls: Any, args: tuple[Any, ...]) -> Any:
        shape = cls[args] if args else cls
        for known, reference in self._known:
            if known == shape:
                return self._models.get(reference.__forward_arg__, reference)
        reference = ForwardRef(f"_{cls.__name__}_{len(self._known)}")
        self._known.append((shape, reference))
        variables = _variables(cls, args)
        model = make_model(
            type_name(shape),
            [
                member._replace(annotation=self._adapt(member.annotation, variables))
                for member in _members(cls)
            ],
            doc=get_docstring(cls),
            module=cls.__module__,
            config=getattr(cls, "__pydantic_config__", None),
            build=dict if _is_typed_dict(cls) else functools.partial(_construct, cls),
        )
        self._models[reference.__forward_arg__] = model
        return model


def _is_foreign(annotation: Any, seen: tuple[Any, ...] = ()) -> bool:
    """Return whether pydantic does not support a type, or something inside it."""
    if annotation in seen:
        return False
    seen = (*seen, annotation)
    inner = _inner(annotation)
    if inner is not None:
        return _is_foreign(inner, seen)
    if any(_is_foreign(arg, seen) for arg in get_args(annotation)):
        return True
    return _is_foreign_class(get_origin(annotation) or annotation, seen)


def _is_foreign_class(cls: Any, seen: tuple[Any, ...]) -> bool:
    if cls is Iterable:  # pydantic would check its items only when it is iterated
        return True
    if (isinstance(cls, type) and attrs.has(cls)) or _is_typed_dict(cls):
        return True
    if not is_plain_dataclass(cls):
        return False
    try:
        hints = _hints(cls)
    except TypeError:  # pydantic may be able to read them, or has a better message
        return False
    return any(_is_foreign(hint, seen) for hint in hints.values())


def is_plain_dataclass(cls: Any) -> bool:
    is_dataclass = isinstance(cls, type) and dataclasses.is_dataclass(cls)
    return is_dataclass and not hasattr(cast("Any", cls), "__pydantic_validator__")


def _inner(annotation: Any) -> Any:
    """Return the type that a `NewType` or a type alias stands for; None for any other type."""
    if isinstance(annotation, NewType):
        return annotation.__supertype__
    # `type X = ...` has a class of its own from Python 3.12 on.
    is_alias = type(annotation).__name__ == "TypeAliasType"
    return annotation.__value__ if is_alias else None


def _is_typed_dict(cls: Any) -> bool:
    # By attribute, since `typing` and `typing_extensions` have different classes.
    if not isinstance(cls, type) or not issubclass(cls, dict):
        return False
    return hasattr(cast("Any", cls), "__total__")


def _members(cls: Any) -> list[Member]:
    """Return what the constructor of a class takes."""
    hints = _hints(cls)
    if _is_typed_dict(cls):
        return [_typed_dict_member(cls, name, hint) for name, hint in hints.items()]
    if attrs.has(cls):
        return [
            Member(field.alias or field.name, _annotation(cls, field, hints), _attrs_default(field))
            for field in attrs.fields(cls)
            if field.init
        ]
    members = [
        Member(field.name, hints[field.name], _dataclass_default(field))
        for field in dataclasses.fields(cls)
        if field.init
    ]
    for name, hint in hints.items():
        if isinstance(hint, dataclasses.InitVar):
            hint_type = cast("Any", hint).type
            members.append(Member(name, hint_type, getattr(cls, name, REQUIRED)))
    return members


def _hints(cls: Any) -> dict[str, Any]:
    try:
        return get_type_hints(cls, localns={cls.__name__: cls}, include_extras=True)
    except NameError as error:
        raise TypeError(f"the annotations of {cls.__name__} cannot be read: {error}") from error


def _annotation(cls: Any, field: attrs.Attribute[Any], hints: Mapping[str, Any]) -> Any:
    annotation = hints.get(field.name, field.type)
    if annotation is None:
        raise TypeError(f"{cls.__name__}.{field.name} has no annotation; it needs one")
    return annotation


def _attrs_default(field: attrs.Attribute[Any]) -> Any:
    if field.default is attrs.NOTHING:
        return REQUIRED
    return _HIDDEN if isinstance(field.default, _FACTORY) else field.default


_FACTORY: Final = cast("type[Any]", attrs.Factory)  # to a type checker, it is a function


def _dataclass_default(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return _HIDDEN
    return REQUIRED if field.default is dataclasses.MISSING else field.default


def _typed_dict_member(cls: Any, name: str, hint: Any) -> Member:
    # Not `__required_keys__` alone: it misses qualifiers in annotations that are strings.
    is_required = name in cls.__required_keys__
    metadata: tuple[Any, ...] = ()
    while True:
        origin = get_origin(hint)
        if origin is Annotated:
            metadata = (*hint.__metadata__, *metadata)
            hint = hint.__origin__
        elif getattr(origin, "_name", None) in ("Required", "NotRequired", "ReadOnly"):
            if origin._name != "ReadOnly":
                is_required = origin._name == "Required"
            [hint] = get_args(hint)
        else:
            default = REQUIRED if is_required else _HIDDEN
            return Member(name, _annotated(hint, *metadata), default)


def _variables(cls: Any, args: tuple[Any, ...]) -> dict[Any, Any]:
    """Return what the type variables of a class and of its bases stand for."""
    variables: dict[Any, Any] = dict(zip(getattr(cls, "__parameters__", ()), args, strict=False))
    for base in getattr(cls, "__orig_bases__", ()):
        if get_origin(base) not in (None, Generic):
            values = tuple(variables.get(arg, arg) for arg in get_args(base))
            variables = {**_variables(get_origin(base), values), **variables}
    return variables


def _annotated(annotation: Any, *metadata: Any) -> Any:
    return cast("Any", Annotated)[annotation, *metadata] if metadata else annotation


def _prefixed(annotation: Any, item: Any) -> Any:
    """Return an annotation with `item` before what is attached to it already."""
    is_annotated = get_origin(annotation) is Annotated
    inner, others = (
        (annotation.__origin__, annotation.__metadata__) if is_annotated else (annotation, ())
    )
    return Annotated[inner, item, *others]


def get_docstring(cls: Any) -> str | None:
    """Return the docstring of a class, unless it is the one that `dataclass` writes."""
    doc: str | None = cls.__dict__.get("__doc__")
    if not doc or doc.startswith(f"{cls.__name__}("):
        return None
    return inspect.cleandoc(doc)


def _construct(cls: Callable[..., T], arguments: dict[str, Any]) -> T:
    try:
        return cls(**arguments)
    except TypeError as error:  # from validators of attrs; pydantic does not catch it
        raise ValueError(str(error)) from error


@contextlib.contextmanager
def translate_errors(place: str) -> Generator[None]:
    """Turn the error of pydantic for a type that it does not take into a `TypeError`.

    A fork waits for the end of the block: pydantic imports what a type needs.
    """
    with importing:
        from pydantic import PydanticUndefinedAnnotation, PydanticUserError
        from pydantic_core import SchemaError

        try:
            yield
        except (PydanticUserError, PydanticUndefinedAnnotation) as error:
            reason, _, _ = error.message.partition("\n")
            raise TypeError(f"{place} cannot become a schema: {reason}") from error
        except SchemaError as error:  # its last line is the cause, the others what it is inside of
            reason = str(error).splitlines()[-1].strip()
            raise TypeError(f"{place} cannot become a schema: {reason}") from error


def type_name(type_: Any) -> str:
    """Return a type as its user writes it, without the names of modules."""
    origin, args = get_origin(type_), get_args(type_)
    if origin is Annotated:
        return type_name(args[0])
    if origin is Literal:
        return f"Literal[{', '.join(map(repr, args))}]"
    if origin in _UNIONS:
        return " | ".join(map(type_name, args))
    if origin is not None:
        return f"{type_name(origin)}[{', '.join(map(type_name, args))}]"
    return "None" if type_ in (None, types.NoneType) else getattr(type_, "__name__", str(type_))


_UNIONS: Final = (Union, types.UnionType)
