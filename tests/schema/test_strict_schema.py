"""`apertis._schema.strict_schema`.

From what pydantic writes to what strict structured output takes.
"""

from __future__ import annotations

import copy
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from apertis._schema.strict_schema import make_strict

Schema = dict[str, Any]

KEYWORDS = {
    *("type", "description", "enum", "const", "anyOf", "$ref", "$defs"),
    *("properties", "required", "additionalProperties", "items", "minItems", "maxItems"),
    *("pattern", "format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
    "multipleOf",
}


def assert_strict(schema: Schema) -> None:
    """Check that a schema is valid JSON schema and holds nothing that strict mode does not know."""
    Draft202012Validator.check_schema(schema)
    _assert_strict(schema, schema.get("$defs", {}))


def _assert_strict(schema: Schema, definitions: Schema) -> None:
    assert not schema.keys() - KEYWORDS
    if "$ref" in schema:
        assert schema.keys() <= {"$ref", "$defs"}
        assert schema["$ref"].removeprefix("#/$defs/") in definitions
    else:
        assert "type" in schema or "anyOf" in schema
    if schema.get("type") == "object":
        assert schema["additionalProperties"] is False
        assert schema["required"] == list(schema["properties"])
    if schema.get("type") == "array":
        assert "items" in schema
    inner = [*schema.get("properties", {}).values(), *schema.get("anyOf", [])]
    inner += [schema["items"]] if "items" in schema else []
    for part in [*inner, *schema.get("$defs", {}).values()]:
        _assert_strict(part, definitions)


def closed(**properties: Schema) -> Schema:
    """Return the strict schema of an object."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer"}
ITEM: Schema = {"type": "object", "title": "Item", "properties": {"id": NUMBER}}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (TEXT, TEXT),
        ({"type": "null"}, {"type": "null"}),
        ({"type": ["string", "null"]}, {"type": ["string", "null"]}),
        ({**TEXT, "title": "T"}, TEXT),
        ({**TEXT, "description": "One"}, {**TEXT, "description": "One"}),
        ({**TEXT, "format": "date-time"}, {**TEXT, "format": "date-time"}),
        ({**TEXT, "pattern": r"^a\(?b(c)$"}, {**TEXT, "pattern": r"^a\(?b(c)$"}),
        ({**TEXT, "pattern": r"^\d+\z"}, {**TEXT, "pattern": "^[0-9]+$"}),
        ({"enum": ["a", "b", "a"]}, {"enum": ["a", "b"], "type": "string"}),
        ({"enum": [1, True, 1]}, {"enum": [1, True], "type": ["integer", "boolean"]}),
        ({"type": "number", "maximum": float("inf")}, {"type": "number"}),
        ({**NUMBER, "minimum": 1, "maximum": 2}, {**NUMBER, "minimum": 1, "maximum": 2}),
        (
            {"type": "number", "exclusiveMinimum": 0, "multipleOf": 0.5},
            {"type": "number", "exclusiveMinimum": 0, "multipleOf": 0.5},
        ),
        ({"enum": ["a", 1, None]}, {"enum": ["a", 1, None], "type": ["string", "integer", "null"]}),
        ({"enum": [True, 1.5]}, {"enum": [True, 1.5], "type": ["boolean", "number"]}),
        ({"enum": ["a", "b"]}, {"enum": ["a", "b"], "type": "string"}),
        ({"const": "a"}, {"const": "a", "type": "string"}),
        (
            {"type": "array", "items": TEXT, "minItems": 1},
            {"type": "array", "items": TEXT, "minItems": 1},
        ),
        ({"items": TEXT}, {"type": "array", "items": TEXT}),
        ({"properties": {"a": TEXT}}, closed(a=TEXT)),
        ({"type": "object", "properties": {}}, closed()),
    ],
    ids=str,
)
def test_what_strict_mode_knows_is_kept(schema: Schema, expected: Schema) -> None:
    """Types, values, bounds and formats that strict mode documents stay; titles go."""
    assert make_strict(schema) == expected
    assert_strict(make_strict(schema))


def test_objects_are_closed_and_all_properties_required() -> None:
    """At every depth, no property may be added and none left out, whatever its name is."""
    schema: Schema = {
        "type": "object",
        "title": "Outer",
        "properties": {
            "title": {"type": "string", "title": "Title"},
            "default": {"type": "string", "default": "x"},
            "items": {"type": "array", "items": {"anyOf": [ITEM, {"type": "null"}]}},
        },
        "required": ["title"],
    }

    assert make_strict(schema) == closed(
        title=TEXT,
        default={**TEXT, "description": 'Default: "x".'},
        items={"type": "array", "items": {"anyOf": [closed(id=NUMBER), {"type": "null"}]}},
    )


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ({"default": 3}, "Default: 3."),
        ({"default": False}, "Default: false."),
        ({"default": None}, "Default: null."),
        ({"default": "grüß"}, 'Default: "grüß".'),
        ({"description": "Name", "default": "x"}, 'Name. Default: "x".'),
        ({"description": "Really?", "default": "x"}, 'Really? Default: "x".'),
        ({"minLength": 2}, "At least 2 characters."),
        ({"minLength": 1, "maxLength": 1}, "At least 1 character. At most 1 character."),
        ({"examples": ["a", "b"]}, 'Examples: "a", "b".'),
        ({"deprecated": True}, "Deprecated."),
        ({"readOnly": True, "writeOnly": True}, "Read-only. Write-only."),
        ({"format": "uri"}, "Format: uri."),
        ({"pattern": "^(?!a)b"}, "Matches the regular expression `^(?!a)b`."),
        ({"pattern": r"^(a)\1"}, r"Matches the regular expression `^(a)\1`."),
        ({"contentMediaType": "application/json"}, "Content type: application/json."),
        ({"contentEncoding": "base64"}, "Encoding: base64."),
        ({"contentSchema": {"type": "null"}}, 'Schema of the content: {"type": "null"}.'),
        ({"minimum": 1, "maximum": 5}, "At least 1. At most 5."),
        ({"exclusiveMinimum": 1, "exclusiveMaximum": 5}, "More than 1. Less than 5."),
        ({"multipleOf": 3}, "A multiple of 3."),
        ({"minItems": 1, "maxItems": 2}, "At least 1 item. At most 2 items."),
        ({"uniqueItems": True}, "No item twice."),
        ({"not": {"const": "a"}}, 'not: {"const": "a"}.'),
        ({"x-unit": "kg"}, 'x-unit: "kg".'),
    ],
    ids=str,
)
def test_what_strict_mode_does_not_know_is_said(members: Schema, words: str) -> None:
    """Keywords without a place in strict mode are told in the description, after what it said."""
    strict = make_strict({**TEXT, **members})

    assert strict == {**TEXT, "description": words}
    assert_strict(strict)


def test_a_flag_that_is_false_says_nothing() -> None:
    """Flags are told where they are set, and nowhere else."""
    flags = dict.fromkeys(["deprecated", "readOnly", "writeOnly", "uniqueItems"], False)

    assert make_strict({**TEXT, **flags}) == TEXT


DEFS: Schema = {"Item": ITEM, "Unused": {"type": "object", "additionalProperties": True}}
REF: Schema = {"$ref": "#/$defs/Item"}


@pytest.mark.parametrize(
    ("member", "expected"),
    [
        (REF, REF),
        ({**REF, "title": "T"}, REF),
        ({**REF, "description": "One"}, {"anyOf": [REF], "description": "One"}),
        ({**REF, "default": {"id": 1}}, {"anyOf": [REF], "description": 'Default: {"id": 1}.'}),
        (
            {"anyOf": [REF, {"type": "null"}], "default": None},
            {"anyOf": [REF, {"type": "null"}], "description": "Default: null."},
        ),
        (
            {"oneOf": [REF, TEXT], "discriminator": {"propertyName": "kind", "mapping": {}}},
            {"anyOf": [REF, TEXT]},
        ),
    ],
    ids=str,
)
def test_references_are_kept(member: Schema, expected: Schema) -> None:
    """A reference stays one, alone or in a choice where something is said beside it."""
    strict = make_strict({"type": "object", "properties": {"a": member}, "$defs": DEFS})

    assert strict["properties"]["a"] == expected
    assert strict.get("$defs") == ({"Item": closed(id=NUMBER)} if "Item" in str(expected) else None)
    assert_strict(strict)


def test_a_reference_at_the_root_becomes_the_object() -> None:
    """The root is the object itself; what refers to it, recursion included, still can."""
    node: Schema = {
        "title": "Node",
        "description": "A node.",
        "type": "object",
        "properties": {"next": {"anyOf": [{"$ref": "#/$defs/Node"}, {"type": "null"}]}},
    }
    strict = make_strict({"$ref": "#/$defs/Node", "$defs": {"Node": node}})
    expected = {
        **closed(next={"anyOf": [{"$ref": "#/$defs/Node"}, {"type": "null"}]}),
        "description": "A node.",
    }

    assert strict == {**expected, "$defs": {"Node": expected}}
    assert_strict(strict)


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (
            {"prefixItems": [NUMBER, NUMBER], "minItems": 2, "maxItems": 2, "type": "array"},
            {"type": "array", "items": NUMBER, "minItems": 2, "maxItems": 2},
        ),
        (
            {
                "type": "array",
                "prefixItems": [{**NUMBER, "title": "X"}, {**NUMBER, "title": "Y", "default": 0}],
                "minItems": 1,
                "maxItems": 2,
            },
            {
                "type": "array",
                "items": NUMBER,
                "minItems": 1,
                "maxItems": 2,
                "description": "In this order: X, Y (Default: 0.).",
            },
        ),
    ],
    ids=["tuple", "named tuple"],
)
def test_a_tuple_of_one_type_is_a_list_of_that_length(schema: Schema, expected: Schema) -> None:
    """A tuple whose items are alike is a list with as many items."""
    assert make_strict(schema) == expected


ADVICE = (
    ", which a strict schema cannot express: use objects with named fields only,"
    " lists of one type of item, and a type for everything"
)


@pytest.mark.parametrize(
    ("member", "message"),
    [
        ({}, "Recipe.x takes anything (Any)"),
        ({"description": "what you like"}, "Recipe.x takes anything (Any)"),
        (True, "Recipe.x takes anything (Any)"),
        (False, "Recipe.x takes nothing"),
        ({"type": "array"}, "Recipe.x[] takes anything (Any)"),
        ({"type": "array", "items": {}}, "Recipe.x[] takes anything (Any)"),
        ({"type": "array", "minItems": 0, "maxItems": 0}, "Recipe.x is always empty"),
        ({"type": "object"}, "Recipe.x is a dict with any keys"),
        (
            {"type": "object", "additionalProperties": True},
            "Recipe.x is a dict with any keys",
        ),
        (
            {"type": "array", "items": {"type": "object", "additionalProperties": TEXT}},
            "Recipe.x[] is a dict with any keys",
        ),
        (
            {"type": "object", "properties": {}, "patternProperties": {"a": TEXT}},
            "Recipe.x is a dict with any keys",
        ),
        (
            {"type": "object", "properties": {"a": TEXT}, "additionalProperties": True},
            "Recipe.x allows extra fields",
        ),
        (
            {"type": "array", "prefixItems": [NUMBER, TEXT], "maxItems": 2},
            "Recipe.x is a tuple of different types",
        ),
        (
            {"type": "array", "prefixItems": [NUMBER, NUMBER]},
            "Recipe.x is a tuple of different types",
        ),
        ({"anyOf": [TEXT, {}]}, "Recipe.x takes anything (Any)"),
        ({"anyOf": [TEXT], "type": "string"}, "Recipe.x has 'type' beside anyOf"),
        ({"type": "file"}, "Recipe.x is of the type 'file'"),
        ({"enum": [[1]]}, "Recipe.x has the value [1] as a choice"),
        (
            {"$ref": "https://example.com/x"},
            "Recipe.x refers to 'https://example.com/x', which is not a definition",
        ),
        ({"$ref": "#/$defs/Bad"}, "Inner.any takes anything (Any)"),
        ({"enum": []}, "Recipe.x has no values"),
        ({"enum": [[1, 2]], "type": "array"}, "Recipe.x has the value [1, 2] as a choice"),
        ({"enum": [1.0, float("nan")], "type": "number"}, "Recipe.x has the value nan as a choice"),
        ({"allOf": [NUMBER, TEXT]}, "Recipe.x has an allOf"),
        ({**REF, "properties": {"more": TEXT}}, "Recipe.x has 'properties' beside $ref"),
    ],
    ids=str,
)
def test_what_strict_mode_cannot_express_is_refused(member: Any, message: str) -> None:
    """What has no strict form is a `TypeError` that names the place."""
    schema: Schema = {
        "title": "Recipe",
        "properties": {"x": member},
        "$defs": {
            "Bad": {"type": "object", "title": "Inner", "properties": {"any": {}}},
            "Item": ITEM,
        },
    }
    with pytest.raises(TypeError) as raised:
        make_strict(schema)

    assert str(raised.value) == message + ADVICE


@pytest.mark.parametrize(
    ("schema", "name", "place"),
    [
        ({"title": "Recipe"}, None, "Recipe"),
        ({"title": "Recipe"}, "Other", "Other"),
        ({}, None, "the schema"),
    ],
)
def test_the_root_is_called_by_its_name(schema: Schema, name: str | None, place: str) -> None:
    """Messages call the root what they are told to, or by its title."""
    with pytest.raises(TypeError, match=rf"^{place} takes anything"):
        make_strict(schema, name=name)


def test_the_schema_that_is_given_is_not_changed() -> None:
    """The caller's schema stays what it was."""
    schema: Schema = {
        "title": "Recipe",
        "properties": {"x": {**REF, "default": 1}, "y": {**NUMBER, "default": 1}},
        "$defs": DEFS,
    }
    before = copy.deepcopy(schema)
    make_strict(schema)

    assert schema == before
