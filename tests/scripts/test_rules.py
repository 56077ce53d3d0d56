"""The rules at the top of openapi.yaml that `generator.rules` checks."""

from __future__ import annotations

import json

import pytest
from generator.rules import OPTIONS, broken_rules
from generator.spec import Spec

from apertis._core.options import RequestOptions

METHOD = """
paths:
  /words/{word}:
    post:
      operationId: say_word
      x-method: words.say
      parameters:
        - {name: word, in: path, required: true, schema: {type: string}}
        - {name: loud, in: query, schema: {type: boolean}}
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/T"}}}}
      responses:
        "200":
          content:
            application/json: {schema: {$ref: "#/components/schemas/T"}}
            text/event-stream: {x-streamed-by: a, schema: {$ref: "#/components/schemas/T"}}
        "404": {$ref: "#/components/responses/Lost"}
components:
  responses:
    Lost: {content: {application/json: {schema: {$ref: "#/components/schemas/T"}}}}
  schemas: {T: {type: object, properties: {a: {type: boolean}}}}
"""
INLINE = "{type: object, properties: {a: {type: string}}}"


def broken(spec: str) -> list[str]:
    return list(broken_rules(Spec.parse(spec)))


def broken_by_property(schema: str, name: str = "a") -> list[str]:
    """Return what is said of an object `Thing` with one property."""
    return broken(f"components: {{schemas: {{Thing: {{properties: {{{name}: {schema}}}}}}}}}")


def test_the_spec_keeps_the_rules() -> None:
    """The sentences below are not said of a spec that keeps the rules."""
    examples = METHOD.replace('T"}}', 'T"}, example: {}}').replace(
        "string}}", "string}, example: a}"
    )

    assert broken(examples.replace("x-streamed-by", "x-stream-format: FORMAT, x-streamed-by")) == []


@pytest.mark.parametrize("name", ["class", "from", "True", "not-a-name", "7up"])
def test_property_that_cannot_be_an_attribute(name: str) -> None:
    """A property must not be a keyword of Python, and must be an identifier."""
    (line,) = broken_by_property("{type: string}", json.dumps(name))

    assert line.startswith(f"Thing.{name}: ")
    assert "identifier" in line


@pytest.mark.parametrize("name", ["promised", "classmethod", "to_dict", "str"])
def test_property_that_models_use_themselves(name: str) -> None:
    """A property must not hide what models are made with."""
    assert [line.split(": ")[0] for line in broken_by_property("{}", name)] == [f"Thing.{name}"]


def test_parameter_that_every_method_has() -> None:
    """A parameter must not have the name of an option that every method has."""
    assert set(RequestOptions.__annotations__) == OPTIONS
    for name in OPTIONS:
        assert f"say_word: {name!r} is an option that every method has" in broken(
            METHOD.replace("{a:", f"{{{name}:")
        )
        assert f"say_word: {name!r} is an option that every method has" in broken(
            METHOD.replace("name: loud", f"name: {name}")
        )


@pytest.mark.parametrize(
    ("schema", "reason"),
    [
        ("{type: string, nullable: true}", "null is a type"),
        ("{type: string, format: binary}", "JSON has no bytes"),
        ("{type: object, additionalProperties: true}", "named schema"),
        (INLINE, "named schema"),
        (f"{{type: array, items: {INLINE}}}", "named schema"),
        (f"{{anyOf: [{INLINE}, {{type: string}}]}}", "named schema"),
        (f"{{oneOf: [{INLINE}, {{type: string}}]}}", "named schema"),
        (f"{{anyOf: [{{type: array, items: {INLINE}}}, {{type: string}}]}}", "named schema"),
    ],
)
def test_schema_of_a_property(schema: str, reason: str) -> None:
    """A property has neither an object inside it, nor `nullable`, nor bytes."""
    lines = broken_by_property(schema)

    assert lines
    assert all(line.startswith("Thing.a: ") and reason in line for line in lines)


def test_body_and_response_are_named_schemas() -> None:
    """The body of an operation and its response are named schemas."""
    lines = broken(METHOD.replace('{$ref: "#/components/schemas/T"}', INLINE))

    assert lines.count("say_word: an object inside an object must be a named schema, by $ref") == 4


@pytest.mark.parametrize("name", ["sayWord", "say-word", "''", "print", "say2"])
def test_name_of_an_operation(name: str) -> None:
    """An `operationId` is the name of a module."""
    assert any("operationId" in line for line in broken(METHOD.replace("say_word", name)))


def test_tag_of_an_operation() -> None:
    """The first tag of an operation is the name of a package."""
    assert broken(METHOD.replace("x-method: words.say", "tags: [Big Words, Any]")) == [
        "say_word: its tag 'Big Words' names a package, so it must be snake_case"
    ]


def test_names_of_operations_are_unique() -> None:
    """No two operations have the same `operationId`."""
    head, post, rest = METHOD.partition("    post:")
    operation, components, end = rest.partition("components:\n")
    spec = f"{head}{post}{operation}    put:{operation}{components}{end}"

    assert any(line.startswith("post operation 'say_word'") for line in broken(spec))


def test_references_lead_somewhere() -> None:
    """Every `$ref` leads to a component."""
    assert broken(
        METHOD.replace("schemas/T", "schemas/U").replace("responses/Lost", "responses/L")
    ) == [
        "/words/{word}: there is no U in components/schemas",
        "/words/{word}: there is no U in components/schemas",
        "/words/{word}: there is no U in components/schemas",
        "/words/{word}: there is no L in components/responses",
        "Lost: there is no U in components/schemas",
    ]


def test_methods_have_examples() -> None:
    """An operation with a method has an example of all that a test of it needs."""
    missing = (
        "its request body, its parameter 'word', its response 200 (application/json),"
        " its response 200 (text/event-stream), its response 404 (application/json)"
    )

    assert broken(METHOD) == [
        f"say_word: add an example to {missing}: the tests need it",
        "say_word: add the x-stream-format that reads its response 200 (text/event-stream)",
    ]
    assert broken(METHOD.replace("      x-method: words.say\n", "")) == []
