"""How a schema of the spec is typed, decoded and described in Python."""

from __future__ import annotations

import builtins
import json
import keyword
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from .spec import Schema, Spec, ref_name

__all__ = ["Schemas", "module_name", "optional", "snake_case"]

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
            is_union = "anyOf" in target or "oneOf" in target
            return self.variants(target) if is_union else [schema]
        if "anyOf" in schema or "oneOf" in schema:
            inner = schema.get("anyOf") or schema["oneOf"]
            return [variant for each in inner for variant in self.variants(each)]
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
            return f"Literal[{json.dumps(schema['const'])}]"
        if schema.get("type") == "array":
            item = self._type(schema.get("items", {}), of_object, array)
            return f"{array}[{item}]" if item else ""
        is_file = schema.get("format") == "binary"
        return "FileInput" if is_file else SCALARS.get(str(schema.get("type")), "Any")

    def _attribute(self, name: str) -> str:
        if self._is_marked(name, "x-deviation"):
            return ""
        if self.is_map(name):
            return f"dict[str, {self.map_value(name)}]"
        return "JSONObject" if self._is_marked(name, "x-open-variant") else name

    def _argument(self, name: str) -> str:
        if self._is_marked(name, "x-deviation"):
            return ""
        if self.is_map(name):
            return f"Mapping[str, {self.map_value(name)}]"
        is_single = self._is_marked(name, "x-open-variant") or self._is_marked(
            name, "x-response-only"
        )
        return name if is_single else f"{name} | {name}Dict"

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

    def common_members(self, schema: Schema) -> dict[str, list[str]]:
        """Return the types of the members that all variants of an object have, constants left out.

        What tells the variants apart is left out too: an unknown kind is for the server to judge.
        """
        names = [ref_name(each["$ref"]) for each in self.variants(schema) if "$ref" in each]
        all_members = [self._spec.schemas[name].get("properties", {}) for name in names]
        if not all_members or len(names) < len(self.variants(schema)):
            return {}
        common = {
            name: self.json_types({"anyOf": [members[name] for members in all_members]})
            for name in all_members[0]
            if all(name in each and "const" not in each[name] for each in all_members)
        }
        return {name: types for name, types in common.items() if types}

    def map_value(self, name: str) -> str:
        """Return the type of the values of a map."""
        values = self._spec.schemas[name]["additionalProperties"]
        return "Any" if values is True else self.attribute_type(values)

    def dict_name(self, name: str) -> str:
        """Return the name of a component where a caller may pass a plain dict for it."""
        is_plain = self.is_enum(name) or self._is_marked(name, "x-response-only")
        return name if is_plain else f"{name}Dict"

    def unions(self) -> Iterator[tuple[str, list[str]]]:
        """Yield each component that is a union of others, with the names of its variants."""
        for name, schema in self._spec.schemas.items():
            variants: list[Schema] = schema.get("anyOf") or schema.get("oneOf") or []
            if len(variants) > 1 and all("$ref" in variant for variant in variants):
                members = [ref_name(variant["$ref"]) for variant in variants]
                closed = [m for m in members if not self._is_marked(m, "x-open-variant")]
                yield name, [self.dict_name(member) for member in closed]

    # Decoding

    def decoder(self, schema: Schema) -> str:
        """Return the code of a decoder; empty where the attribute holds the JSON value itself."""
        variants = self.variants(schema)
        lists = [each for each in variants if each.get("type") == "array"]
        decode_list = ""
        if len(lists) == 1:
            item = self.decoder(lists[0].get("items", {}))
            decode_list = f"list_of({item})" if item else ""
        decode_object = self._object_decoder(variants)
        if decode_list and decode_object:
            return f"either({decode_list}, {decode_object})"
        is_anything = any(self._is_anything(each) for each in variants)
        return decode_list or decode_object or ("decode_unknown" if is_anything else "")

    def _object_decoder(self, variants: list[Schema]) -> str:
        names = [ref_name(each["$ref"]) for each in variants if "$ref" in each]
        models = [name for name in names if self.is_model(name)]
        if len(models) == 1:
            is_open = self._is_marked(models[0], "x-open-variant")
            return "decode_unknown" if is_open else f"object_of({models[0]})"
        tags = {tag: (name, model) for model in models for name, tag in self._tag(model)}
        if len(tags) > 1:
            member = next(iter(tags.values()))[0]
            table = ", ".join(f'"{tag}": {model}' for tag, (_, model) in tags.items())
            return f'tagged("{member}", {{{table}}})'
        return "decode_unknown" if models else ""

    def _tag(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield the member of a model that tells it from its siblings, with its value."""
        for member, schema in self._spec.schemas[name].get("properties", {}).items():
            if "const" in schema:
                yield member, schema["const"]
                return

    def _is_anything(self, schema: Schema) -> bool:
        return "$ref" not in schema and "const" not in schema and "type" not in schema

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
                    elif not self.is_map(name):
                        found |= dict(self.references([self._spec.schemas[name]]))
                elif variant.get("type") == "array":
                    found |= dict(self.references([variant.get("items", {})]))
        return sorted(found.items())

    # Prose

    def prose(self, schema: Schema) -> str:
        """Return the description of a schema, with its range, default and deprecation."""
        parts = [" ".join(str(schema.get("description", "")).split())]
        parts += [_range(schema), _count(schema, "Items", "item")]
        if "maxLength" in schema:
            parts.append(f"At most {schema['maxLength']} characters.")
        if "maxProperties" in schema:
            parts.append(f"At most {schema['maxProperties']} entries.")
        if schema.get("default") is not None:
            default = json.dumps(schema["default"], ensure_ascii=False)
            parts.append(f"Default of the server: {default}.")
        if "x-client-default" in schema:
            parts.append(f"Default of this client: {json.dumps(schema['x-client-default'])}.")
        if schema.get("deprecated"):
            parts.append("Deprecated.")
        return " ".join(filter(None, parts))


def optional(type_: str) -> str:
    """Return a type that may be None."""
    return type_ if type_ in ("None", "Any") or type_.endswith("| None") else f"{type_} | None"


def module_name(name: str) -> str:
    """Return the name of the module of a schema, as openapi-python-client has it."""
    module = snake_case(name)
    return f"{module}_" if module in RESERVED or keyword.iskeyword(module) else module


def snake_case(name: str) -> str:
    """Return a name in snake case, with the words that openapi-python-client sees in it."""
    words = " ".join(re.split("([A-Z]?[a-z]+)", name))
    return "_".join(re.findall(r"[^. _-]+", words)).lower()


def _joined(types: Iterable[str]) -> str:
    """Return a union of types, each once, `None` last."""
    names = list(dict.fromkeys(filter(None, types)))
    return " | ".join([*(n for n in names if n != "None"), *(n for n in names if n == "None")])


def _range(schema: Schema) -> str:
    low, high = (_number(schema, name) for name in ("minimum", "maximum"))
    if low is not None and high is not None:
        return f"Range: {low} to {high}."
    if low is not None:
        return f"At least {low}."
    return f"At most {high}." if high is not None else ""


def _number(schema: Schema, keyword: str) -> Any:
    value = schema.get(keyword)
    if isinstance(value, int) and "number" in str(schema.get("type")):
        return float(value)
    return value


def _count(schema: Schema, keyword: str, noun: str) -> str:
    low, high = schema.get(f"min{keyword}"), schema.get(f"max{keyword}")
    if low and high:
        return f"{low} to {high} {noun}s."
    if low:
        return f"At least {low} {noun}{'' if low == 1 else 's'}."
    return f"At most {high} {noun}{'' if high == 1 else 's'}." if high else ""
