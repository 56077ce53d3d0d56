"""The facts of small specs: how schemas are typed and decoded, operations, and resources."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest
from generator.collect import collect
from generator.descriptions import description
from generator.facts import Facts, Import
from generator.kinds import PLAIN, VIEWS
from generator.resources import Resource, Resources
from generator.schemas import Schemas, module_name
from generator.spec import Spec
from generator.taken import PARAMETERS

from tests.small_spec import changed

ROOT = Path(__file__).resolve().parent.parent.parent
SCHEMAS: dict[str, Any] = {
    "Thing": {"type": "object", "properties": {"name": {"type": "string"}}},
    "Cat": {"properties": {"kind": {"const": "cat"}, "lives": {"type": "integer"}}},
    "Dog": {"properties": {"kind": {"const": "dog"}}},
    "Other": {"x-open-variant": True, "properties": {"kind": {"type": "string"}}},
    "Pet": {
        "anyOf": [{"$ref": f"#/components/schemas/{name}"} for name in ("Cat", "Dog", "Other")],
        "discriminator": {"propertyName": "kind"},
    },
    "Sent": {"x-response-only": True, "properties": {"id": {"type": "string"}}},
    "Odd": {"x-deviation": True, "type": "object", "additionalProperties": True},
    "Colour": {"type": "string", "enum": ["red", "green"]},
    "Notes": {"type": "object", "additionalProperties": {"type": "integer"}},
    "Free": {"type": "object"},
}
TEXT = {"type": "string"}


def ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def array(items: Any) -> dict[str, Any]:
    return {"type": "array", "items": items}


def union(*variants: Any) -> dict[str, Any]:
    return {"anyOf": list(variants)}


NULL = {"type": "null"}
TYPES = [
    # The schema, the type of an attribute, that of an argument, and the decoder.
    (TEXT, "str", "str", ""),
    ({"type": "number"}, "float", "float", ""),
    ({"type": ["integer", "null"]}, "int | None", "int | None", ""),
    (union(NULL, TEXT), "str | None", "str | None", ""),
    ({"const": "a"}, 'Literal["a"]', 'Literal["a"]', ""),
    ({}, "Any", "Any", "decode_unknown"),
    (array(TEXT), "list[str]", "Sequence[str]", ""),
    (union(ref("Colour"), TEXT), "Colour | str", "Colour | str", ""),
    (ref("Notes"), "dict[str, int]", "Mapping[str, int]", ""),
    (ref("Thing"), "Thing", "Thing | ThingDict", "object_of(Thing)"),
    (ref("Sent"), "Sent", "Sent", "object_of(Sent)"),
    (ref("Free"), "Free", "Free | FreeDict", "object_of(Free)"),
    (
        array(ref("Thing")),
        "list[Thing]",
        "Sequence[Thing | ThingDict]",
        "list_of(object_of(Thing))",
    ),
    (
        union(array(ref("Thing")), ref("Thing"), NULL),
        "list[Thing] | Thing | None",
        "Sequence[Thing | ThingDict] | Thing | ThingDict | None",
        "either(list_of(object_of(Thing)), object_of(Thing))",
    ),
    (
        ref("Pet"),
        "Cat | Dog | Other",
        "Cat | CatDict | Dog | DogDict | Other",
        'tagged("kind", {"cat": Cat, "dog": Dog}, Other)',
    ),
    (union(TEXT, ref("Odd")), "str", "str", ""),
]


@pytest.mark.parametrize(("schema", "attribute", "argument", "decoder"), TYPES)
def test_schema_in_python(schema: Any, attribute: str, argument: str, decoder: str) -> None:
    """A schema has a type as an attribute, one as an argument, and a decoder."""
    schemas = Schemas(Spec({"components": {"schemas": SCHEMAS}}))

    assert schemas.attribute_type(schema) == attribute
    assert schemas.argument_type(schema) == argument
    assert schemas.decoder(schema) == decoder


def test_references_of_schemas() -> None:
    """What types and decoders name is imported from the modules of the schemas."""
    schemas = Schemas(Spec({"components": {"schemas": SCHEMAS}}))
    members = [array(ref("Thing")), union(ref("Colour"), TEXT), ref("Pet"), ref("Notes"), TEXT]

    assert schemas.references(members) == [
        ("cat", ["Cat", "CatDict"]),
        ("colour", ["Colour"]),
        ("dog", ["Dog", "DogDict"]),
        ("other", ["Other", "OtherDict"]),
        ("thing", ["Thing", "ThingDict"]),
    ]


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        (
            {"description": "A  size.\n", "minimum": 1, "maximum": 9, "type": "integer"},
            "A size. Range: 1 to 9.",
        ),
        ({"type": "number", "minimum": 1}, "At least 1.0."),
        ({"maximum": 2.5}, "At most 2.5."),
        ({"minItems": 1, "maxItems": 4}, "1 to 4 items."),
        ({"minItems": 1}, "At least 1 item."),
        ({"maxItems": 4, "deprecated": True}, "At most 4 items. Deprecated."),
        ({"maxLength": 64}, "At most 64 characters."),
        ({"maxProperties": 16}, "At most 16 entries."),
        ({"default": "schön"}, 'Default of the server: "schön".'),
        ({"default": False}, "Default of the server: false."),
    ],
)
def test_prose_of_a_schema(schema: Any, text: str) -> None:
    """What keywords say is written out after the description."""
    assert description(schema) == text


@pytest.mark.parametrize(
    ("name", "module"),
    [
        ("Thing", "thing"),
        ("ChatCompletion", "chat_completion"),
        ("JSONSchema", "json_schema"),
        ("Credits", "credits_"),
        ("Class", "class_"),
    ],
)
def test_module_of_a_schema(name: str, module: str) -> None:
    """Modules are named as openapi-python-client names them."""
    assert module_name(name) == module


# Operations

SPEC = """
servers: [{url: "https://example.com/v1"}]
tags: [{name: books, description: Books.}]
paths:
  /shelves/{shelf}/books:
    parameters:
      - {name: shelf, in: path, required: true, description: Which shelf., schema: {type: string}}
    post:
      operationId: find_books
      x-method: shelves.books.find
      tags: [books]
      security: [{key: []}]
      summary: Find books.
      parameters:
        - {name: sort-by, in: query, schema: {type: string}}
        - {name: X-Reader, in: header, schema: {type: string}}
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Query"}}}}
      responses:
        "200":
          content:
            application/json: {schema: {$ref: "#/components/schemas/Books"}}
            text/event-stream:
              x-streamed-by: live
              x-stream-end: THE END
              schema: {$ref: "#/components/schemas/Book"}
        "404": {content: {application/json: {schema: {$ref: "#/components/schemas/Error"}}}}
        "500": {description: A page.}
components:
  schemas:
    Query:
      type: object
      required: [text]
      properties:
        live: {type: boolean}
        words: {type: array, x-apart: true, items: {type: string}}
        text: {type: string, description: What to find.}
    Books:
      type: object
      x-iterates: books
      properties:
        books: {type: array, x-promised: true, items: {$ref: "#/components/schemas/Book"}}
    Book: {type: object, required: [title], properties: {title: {type: string}}}
    Error: {type: object, properties: {error: {type: string}}}
"""


def facts_of(spec: str = SPEC) -> Facts:
    return collect(Spec.parse(spec))


def test_operation() -> None:
    """An operation has an address, a body, a response, errors, and what a stream needs."""
    operation = facts_of().operations["find_books"]

    assert (operation.method, operation.path) == ("POST", "/shelves/{shelf}/books")
    assert (operation.method_path, operation.tag) == ("shelves.books.find", "books")
    assert (operation.body, operation.response, operation.items) == ("Query", "Books", "Book")
    assert (operation.event, operation.stream_parameter) == ("Book", "live")
    assert operation.stream_end == ["THE END"]
    assert operation.errors == {"404": "Error"}
    assert operation.needs_key
    assert operation.type_names == ["Book", "Books"]


def test_parameters_of_an_operation() -> None:
    """Parameters come in the order path, body (required first), query, headers."""
    parameters = facts_of().operations["find_books"].parameters

    assert [(each.name, each.wire_name, each.place) for each in parameters] == [
        ("shelf", "shelf", "path"),
        ("text", "text", "body"),
        ("live", "live", "body"),
        ("words", "words", "body"),
        ("sort_by", "sort-by", "query"),
        ("x_reader", "X-Reader", "header"),
    ]
    assert [each.name for each in parameters if each.is_required] == ["shelf", "text"]
    assert [each.name for each in parameters if each.is_apart] == ["words"]
    assert [each.name for each in parameters if each.types == ["list"]] == ["words"]
    assert parameters[1].entry == "        text: What to find."
    assert (parameters[2].type, parameters[2].optional_type) == ("bool", "bool | None")


def test_models() -> None:
    """A model knows its members, their decoders, and whether it is sent or received."""
    models = facts_of().models

    assert (models["Books"].items, models["Books"].item_type) == ("books", "Book")
    assert models["Books"].nested == {"books": "list_of(object_of(Book))"}
    assert models["Books"].imports == [Import("book", ["Book", "BookDict"])]
    assert {
        name: (each.bases, each.is_sent, each.is_received) for name, each in models.items()
    } == {
        "Query": (["JSONObject"], True, False),
        "Books": (["ResponseModel"], False, True),
        "Book": (["JSONObject"], False, True),
        "Error": (["JSONObject"], False, True),
    }
    assert [(each.name, each.type, each.default) for each in models["Query"].properties] == [
        ("text", "str", ""),
        ("live", "bool | None", "None"),
        ("words", "Sequence[str] | None", "None"),
    ]
    (books,) = models["Books"].properties
    assert (books.type, books.default) == ("list[Book]", "promised(default=None)")


# Resources

OPTIONS = """
class RequestOptions(TypedDict):
    '''Options.

    Args:
        timeout: Seconds.
    '''

    timeout: float | None
"""
MIXIN = """
from ..a import Extra
class AsyncBooksMethods:
    async def lend(self, *, extra: Extra, **params: Any) -> int:
        '''Lend books.

        Args:
            extra: More.

        Raises:
            OSError: Never.
        '''
    def count(self) -> int: ...
"""
MIXED = SPEC.replace("tags: [books]", "tags: [books]\n      x-mixin: BooksMethods")


def roots_of(spec: str, folder: Path = Path("nowhere")) -> list[Resource]:
    (options,) = ast.parse(OPTIONS).body
    assert isinstance(options, ast.ClassDef)
    return Resources(options, options, folder).roots(facts_of(spec), {"books": "Books."})


def with_mixin(folder: Path, code: str = MIXIN) -> Path:
    (folder / "shelves").mkdir()
    (folder / "shelves" / "async_methods.py").write_text(code, encoding="utf-8")
    return folder


def test_resources() -> None:
    """The names of `x-method` are resources inside each other, and the last is a method."""
    (shelves,) = roots_of(SPEC)
    (books,) = shelves.children.values()
    (method,) = books.methods

    assert (shelves.name, shelves.class_name, shelves.methods) == ("shelves", "Shelves", [])
    assert (books.name, books.class_name, books.doc) == ("books", "BooksResource", "Books.")
    assert [each.name for each in shelves.all()] == ["books", "shelves"]
    assert (method.name, method.constant, method.params) == (
        "find",
        "FIND_BOOKS",
        "FindBooksParams",
    )
    assert method.declaration.parameters == (
        "self: Any, shelf: str, *, text: str, words: Sequence[str] | None = None,"
        " sort_by: str | None = None, x_reader: str | None = None, live: bool | None = None,"
        " timeout: float | None = None"
    )
    assert method.declaration.docstring.startswith("Find books.\n\n    Args:\n        shelf: Which")


def test_results_of_a_method() -> None:
    """Each class of a resource has its own types of results."""
    operation = facts_of().operations["find_books"]

    assert [kind.results(operation)[:2] for kind in (*PLAIN, *VIEWS[2:])] == [
        ("Books", "Stream[Book]"),
        ("AwaitableList[Books, Book]", "AwaitableStream[Book]"),
        ("StreamingAPIResponseManager[Books]", "StreamingAPIResponseManager[Stream[Book]]"),
        (
            "AsyncStreamingAPIResponseManager[Books]",
            "AsyncStreamingAPIResponseManager[AsyncStream[Book]]",
        ),
    ]


def test_mixin(tmp_path: Path) -> None:
    """A mixin's methods with `**params` take what the operation takes, and what is their own."""
    (shelves,) = roots_of(MIXED, with_mixin(tmp_path))
    (books,) = shelves.children.values()
    (lend,) = books.mixin_methods

    assert (books.mixin, lend.name) == ("BooksMethods", "lend")
    assert lend.imports == ["from ..a import Extra"]
    assert lend.returns == {"": "int", "Async": "Coroutine[Any, Any, int]"}
    assert "text: str" in lend.declaration.parameters
    assert "extra: Extra" in lend.declaration.parameters
    assert "live" not in lend.declaration.parameters
    assert "extra: More." in lend.declaration.docstring
    assert "OSError: Never." in lend.declaration.docstring


def test_no_parameter_has_a_name_that_generated_functions_use() -> None:
    """Each name in the body of an endpoint function is an argument of it, or refused as one."""
    used: set[str] = set()
    for file in sorted((ROOT / "apertis_client" / "api").rglob("*.py")):
        for function in ast.parse(file.read_text("utf-8")).body:
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                given = function.args.args + function.args.kwonlyargs
                nodes = (node for each in function.body for node in ast.walk(each))
                names = {node.id for node in nodes if isinstance(node, ast.Name)}
                used |= names - {each.arg for each in given}

    assert used  # such as `response_of`
    assert {name for name in used if name == name.lower().lstrip("_")} <= PARAMETERS


@pytest.mark.parametrize(
    ("items", "item_type", "names"),
    [
        ([ref("Pet")], "Cat | Dog | OtherPet", ["Answer", "Cat", "Dog", "OtherPet"]),
        ([TEXT], "str", ["Answer"]),
        ([TEXT, {"type": "integer"}], "str | int", ["Answer"]),
    ],
)
def test_lists_of_any_kind(items: list[Any], item_type: str, names: list[str]) -> None:
    """A response may be a list of what is no class; what its items are is imported all the same."""
    listed = {"description": "All.", "anyOf": [array(each) for each in items]}
    change = {"SCHEMAS>Answer>x-iterates": "all", "SCHEMAS>Answer>properties>all": listed}
    operation = collect(Spec.parse(changed(change))).operations["say_word"]

    assert operation.items == item_type
    assert {*names} <= {*operation.type_names}
    assert "str" not in operation.type_names
