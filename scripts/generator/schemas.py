"""How a schema of the spec is typed and decoded in Python."""

from __future__ import annotations

import builtins
import json
import keyword
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, cast

from .spec import Schema, Spec, ref_name

__all__ = ["Schemas", "class_name", "literal", "module_name", "optional", "snake_case"]

SCALARS = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "null": "None",
}
JSON_TYPES = {
    "string": ["str"],
    "integer": ["int"],
    "number": ["float", "int"],
    "boolean": ["bool"],
    "null": ["NoneType"],
    "array": ["list"],
    "object": ["dict"],
}
# openapi-python-client adds an underscore to modules of these names.
RESERVED = ({*dir(builtins)} | {"self", "true", "false", "datetime"}) - {"id"}


class Schemas:
    """The schemas of a spec as Python code.

    A schema that a property refers to is a *model* (an object with members), a *map* (an object
    whose keys are data), an *enum*, or a name for any other type.
    """

    def __init__(self, spec: Spec) -> None:
        self._spec = spec

    # Kinds

    def is_enum(self, name: str) -> bool:
        """Return whether a component lists the values of a string."""
        return "enum" in self._spec.schemas[name]

    def is_map(self, name: str) -> bool:
        """Return whether a component is an object whose keys are data."""
        schema = self._spec.schemas[name]
        is_object = schema.get("type") == "object" and not schema.get("properties")
        return is_object and schema.get("additionalProperties", False) is not False

    def is_model(self, name: str) -> bool:
        """Return whether a component becomes a class."""
        schema = self._spec.schemas[name]
        is_object = schema.get("type") == "object" or "properties" in schema
        return is_object and not self.is_map(name)

    def _is_marked(self, name: str, extension: str) -> bool:
        return bool(self._spec.schemas[name].get(extension))

    def variants(self, schema: Schema) -> list[Schema]:
        """Return the alternatives of a union, nested unions included; else the schema alone."""
        if "$ref" in schema:
            target = self._spec.schemas[ref_name(schema["$ref"])]
            return self.variants(target) if "anyOf" in target else [schema]
        if "anyOf" in schema:
            return [variant for each in schema["anyOf"] for variant in self.variants(each)]
        if isinstance(schema.get("type"), list):
            return [{**schema, "type": name} for name in schema["type"]]
        return [schema]

    # Types

    def attribute_type(self, schema: Schema) -> str:
        """Return the type of what an attribute of a decoded model holds."""
        return self._type(schema, self._attribute, "list")

    def argument_type(self, schema: Schema) -> str:
        """Return the type of what a caller may pass: a model or its dict, any sequence."""
        return self._type(schema, self._argument, "Sequence")

    def inner_type(self, schema: Schema) -> str:
        """Return the type of a member of an object inside of a body.

        A list of parts, beside text, may have been built beforehand without saying what it is a
        list of. Type checkers then take it for a list of anything.
        """
        items = [each["items"] for each in self.variants(schema) if each.get("type") == "array"]
        are_parts = any(self.json_types(i) == ["dict"] and self.argument_type(i) for i in items)
        built = ["Sequence[Any]"] if are_parts and self.may_be_text(schema) else []
        types = (self.argument_type(each) for each in self.variants(schema))
        return _joined([*types, *built])

    def _type(self, schema: Schema, of_object: Callable[[str], str], array: str) -> str:
        return _joined(self._variant_type(each, of_object, array) for each in self.variants(schema))

    def _variant_type(self, schema: Schema, of_object: Callable[[str], str], array: str) -> str:
        if "$ref" in schema:
            name = ref_name(schema["$ref"])
            if self.is_map(name) or self.is_model(name):
                return of_object(name)
            if self.is_enum(name):
                return name
            return self._type(self._spec.schemas[name], of_object, array)
        if "const" in schema:
            return f"Literal[{literal(schema['const'])}]"
        if schema.get("type") == "array":
            item = self._type(schema.get("items", {}), of_object, array)
            return f"{array}[{item}]" if item else ""
        is_file = schema.get("format") == "binary"
        return "FileInput" if is_file else SCALARS.get(str(schema.get("type")), "Any")

    def _attribute(self, name: str) -> str:
        if self._is_marked(name, "x-deviation"):
            return ""
        return self.map_type(name) if self.is_map(name) else name

    def _argument(self, name: str) -> str:
        if self._is_marked(name, "x-deviation"):
            return ""
        if self.is_map(name):
            return f"Mapping[str, {self._map_value(name, self.argument_type)}]"
        is_single = self._is_marked(name, "x-open-variant") or self._is_marked(
            name, "x-response-only"
        )
        return name if is_single else f"{name} | {name}Dict"

    def map_type(self, name: str) -> str:
        """Return the type of a decoded map."""
        return f"dict[str, {self._map_value(name, self.attribute_type)}]"

    def _map_value(self, name: str, type_of: Callable[[Schema], str]) -> str:
        values = self.map_values(name)
        return "Any" if values is True else type_of(values)

    def map_values(self, name: str) -> Any:
        """Return the schema of the values of a map; True where they may be anything."""
        return self._spec.schemas[name]["additionalProperties"]

    def json_types(self, schema: Schema) -> list[str]:
        """Return the Python types of decoded JSON; none where any value may come."""
        types: set[str] = set()
        for variant in self.variants(schema):
            name = ref_name(variant["$ref"]) if "$ref" in variant else ""
            if name and (self.is_map(name) or self.is_model(name)):
                found = ["dict"]
            elif name:
                found = self.json_types(self._spec.schemas[name])
            else:
                const = [type(variant["const"]).__name__] if "const" in variant else []
                found = JSON_TYPES.get(str(variant.get("type")), const)
            if not found:
                return []
            types.update(found)
        return sorted(types)

    def items(self, schema: Schema) -> Schema:
        """Return the schema of what the lists that a value may be hold, or the map that it is."""
        variants = self.variants(schema)
        names = [ref_name(each["$ref"]) for each in variants if "$ref" in each]
        maps = [self.map_values(name) for name in names if self.is_map(name)]
        inner = [each for each in maps if each is not True]
        inner += [each.get("items", {}) for each in variants if each.get("type") == "array"]
        return {"anyOf": inner}

    def checked_members(self, schema: Schema) -> dict[str, Schema]:
        """Return the members of the objects of a union whose types are certain.

        They are those that all variants have; if one need not say what it is, those that it needs.
        Of a variant that the spec does not know, nothing is certain.
        """
        names = [ref_name(each["$ref"]) for each in self.variants(schema) if "$ref" in each]
        closed = [name for name in names if not self._is_marked(name, "x-open-variant")]
        if not closed or len(names) < len(self.variants(schema)):
            return {}
        models = [self._spec.schemas[name] for name in closed]
        members: list[Schema] = [each.get("properties", {}) for each in models]
        required: list[set[str]] = [set(each.get("required", ())) for each in models]
        tags = self.tag_members(schema)
        certain = [each for each in required if not tags <= each]
        if len(closed) == len(names):
            certain = [set(each) for each in members]
        common = certain[0].intersection(*certain) if certain else set[str]()
        return {
            name: {"anyOf": [each[name] for each in members if name in each]}
            for name in sorted(common)
        }

    def dict_name(self, name: str) -> str:
        """Return the name of a component where a caller may pass a plain dict for it."""
        is_plain = not self.is_model(name) or self._is_marked(name, "x-response-only")
        return name if is_plain else f"{name}Dict"

    def unions(self) -> Iterator[tuple[str, list[str]]]:
        """Yield each component that is a union, with the names of the types of its variants.

        What is received is of a class; what is only sent is as a rule written as a plain dict.
        """
        received = self._spec.received
        for name, schema in self._spec.schemas.items():
            if "anyOf" in schema:
                members = [ref_name(each["$ref"]) for each in self.variants(schema)]
                closed = [m for m in members if not self._is_marked(m, "x-open-variant")]
                dicts = [self.dict_name(member) for member in closed]
                yield name, members if name in received else dicts

    # Decoding

    def decoder(self, schema: Schema) -> str:
        """Return the code of a decoder; empty where the attribute holds the JSON value itself."""
        variants = self.variants(schema)
        items = [each["items"] for each in variants if each.get("type") == "array"]
        item = self.decoder({"anyOf": items}) if items else ""
        decode_list = f"list_of({item})" if item else ""
        decode_object = self._object_decoder(schema, variants)
        if decode_list and decode_object:
            return f"either({decode_list}, {decode_object})"
        is_anything = any(self._is_anything(each) for each in variants)
        return decode_list or decode_object or ("decode_unknown" if is_anything else "")

    def _object_decoder(self, schema: Schema, variants: list[Schema]) -> str:
        names = [ref_name(each["$ref"]) for each in variants if "$ref" in each]
        maps = [self.map_values(name) for name in names if self.is_map(name)]
        if maps:
            value = "" if maps[0] is True else self.decoder(maps[0])
            return f"map_of({value})" if value else ""
        models = [name for name in names if self.is_model(name)]
        known = [name for name in models if not self._is_marked(name, "x-open-variant")]
        tag = next(iter(self.tag_members(schema)), "")
        if len(models) > 1 and tag:
            tags: dict[Any, str] = {}
            for name in known:
                tags.setdefault(self.tag(name, tag), name)
            table = ", ".join(f"{literal(v)}: {tags[v]}" for v in tags if v is not None)
            others = [name for name in models if name not in known]
            return f"tagged({', '.join([literal(tag), f'{{{table}}}', *others[:1]])})"
        return f"object_of({models[0]})" if models else ""

    def tag_members(self, schema: Schema) -> set[str]:
        """Return the members that tell the variants of a union apart, by its discriminators."""
        if "$ref" in schema:
            target = self._spec.schemas[ref_name(schema["$ref"])]
            return self.tag_members(target) if "anyOf" in target else set()
        inner = (self.tag_members(each) for each in schema.get("anyOf", ()))
        own = {schema["discriminator"]["propertyName"]} if "discriminator" in schema else set[str]()
        return own.union(*inner)

    def open_tag(self, name: str) -> str:
        """Return the text member whose value makes an object this open variant; empty without."""
        own = self._spec.schemas[name].get("properties", {})
        tags = self.open_tags(name)
        return next((each for each in tags if own.get(each, {}).get("type") == "string"), "")

    def open_tags(self, name: str) -> set[str]:
        """Return the members that tell the variants of unions apart whose open variant this is."""
        if not self._is_marked(name, "x-open-variant"):
            return set()
        nodes: list[Any] = [self._spec.schemas]
        found: set[str] = set()
        while nodes:
            node: Any = nodes.pop()
            if isinstance(node, list):
                nodes.extend(node)  # pyright: ignore[reportUnknownArgumentType]  # JSON
            elif isinstance(node, Mapping):
                members = cast("Schema", node)
                nodes += members.values()
                if "discriminator" in members and name in self._variant_names(members):
                    found.add(members["discriminator"]["propertyName"])
        return found

    def _variant_names(self, schema: Schema) -> list[str]:
        return [ref_name(each.get("$ref", "")) for each in schema.get("anyOf", ())]

    def tag(self, name: str, member: str) -> Any:
        """Return the const of the member that tells a model from others; None without one."""
        return self._spec.schemas[name].get("properties", {}).get(member, {}).get("const")

    def always_there(self, name: str) -> list[str]:
        """Return the members that every object of a model has."""
        schema = self._spec.schemas[name]
        required: list[str] = schema.get("required", [])
        members: Schema = schema.get("properties", {})
        return [m for m in members if m in required or members[m].get("x-promised")]

    def _is_anything(self, schema: Schema) -> bool:
        return not {"$ref", "const", "type"} & schema.keys()

    def may_be_text(self, schema: Schema) -> bool:
        """Return whether text is one of several types that a value may have."""
        variants = self.variants(schema)
        return len(variants) > 1 and any(
            each.get("type") == "string" and "const" not in each for each in variants
        )

    def is_file(self, schema: Schema) -> bool:
        """Return whether a member of a form is a file, or a list of files."""
        variants = self.variants(schema)
        items = [each.get("items", {}) for each in variants if each.get("type") == "array"]
        return any(each.get("format") == "binary" for each in [*variants, *items])

    def is_only_deviation(self, schema: Schema) -> bool:
        """Return whether a value can be nothing that types have, except null."""
        others = [each for each in self.variants(schema) if each.get("type") != "null"]
        return bool(others) and not self.attribute_type({"anyOf": others})

    def max_bytes(self, schema: Schema) -> int | None:
        """Return how many bytes each file of a member of a form may have."""
        variants = self.variants(schema)
        items = [each.get("items", {}) for each in variants if each.get("type") == "array"]
        return min(
            (n for each in [*variants, *items] if (n := each.get("maxLength")) is not None),
            default=None,
        )

    def known_values(self, schema: Schema) -> list[str]:
        """Return the values that the enums of a schema list."""
        names = [ref_name(each["$ref"]) for each in self.variants(schema) if "$ref" in each]
        return [value for n in names if self.is_enum(n) for value in self._spec.schemas[n]["enum"]]

    def references(self, schemas: Iterable[Schema]) -> list[tuple[str, list[str]]]:
        """Return the modules that types and decoders need, each with the names from it."""
        found: dict[str, list[str]] = {}
        for schema in schemas:
            for variant in self.variants(schema):
                if "$ref" in variant:
                    name = ref_name(variant["$ref"])
                    if self.is_model(name):
                        found[module_name(name)] = [name, f"{name}Dict"]
                    elif self.is_enum(name):
                        found[module_name(name)] = [name]
                    elif self.map_values(name) is not True:
                        found |= dict(self.references([self.map_values(name)]))
                elif variant.get("type") == "array":
                    found |= dict(self.references([variant.get("items", {})]))
        return sorted(found.items())


def optional(type_: str) -> str:
    """Return a type that may be None."""
    return type_ if type_ in ("None", "Any") or type_.endswith("| None") else f"{type_} | None"


def module_name(name: str) -> str:
    """Return the name of the module of a schema, as openapi-python-client has it."""
    module = snake_case(name)
    return f"{module}_" if module in RESERVED or keyword.iskeyword(module) else module


def snake_case(name: str) -> str:
    """Return a name in snake case, with the words that openapi-python-client sees in it."""
    return "_".join(_words(name)).lower()


def _words(name: str) -> list[str]:
    return re.findall(r"[^. _-]+", " ".join(re.split("([A-Z]?[a-z]+)", name)))


def class_name(name: str) -> str:
    """Return the name of the class of a schema, as openapi-python-client has it."""
    words = "".join(word if word.isupper() else word.capitalize() for word in _words(name))
    return f"{words}_" if words in RESERVED or keyword.iskeyword(words) else words


def _joined(types: Iterable[str]) -> str:
    """Return a union of types, each once, `None` last."""
    names = list(dict.fromkeys(filter(None, types)))
    return " | ".join([*(n for n in names if n != "None"), *(n for n in names if n == "None")])


def literal(value: Any) -> str:
    """Return the code of a text or a number."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)
