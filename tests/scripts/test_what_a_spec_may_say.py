"""What is unusual and allowed in a spec: it must work. All of it is in one client."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.small_spec import changed

ROOT = Path(__file__).resolve().parent.parent.parent
PROPERTIES = "SCHEMAS>Answer>properties"


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def described(**schema: Any) -> dict[str, Any]:
    return {"description": "A.", **schema}


def variant(tag: str | int) -> dict[str, Any]:
    tag_of = {"kind": described(const=tag), "alike": described(const="alike")}
    return described(type="object", required=["kind"], properties=tag_of)


def union(tags: dict[str, str], *others: str) -> dict[str, Any]:
    mapping = {tag: ref(name)["$ref"] for tag, name in tags.items()}
    variants = [ref(name) for name in (*tags.values(), *others)]
    discriminator = {"propertyName": "kind", "mapping": mapping}
    return described(anyOf=variants, discriminator=discriminator)


def parameter(name: str, where: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "in": where, "description": "It.", "schema": {"type": "boolean"}, **more}


LIMITED = {"type": "integer", "minimum": 1, "maximum": 9}
CHANGES: dict[str, Any] = {
    # Unions: one known variant and an open one, whole numbers, odd texts, another constant.
    "SCHEMAS>One": variant(1),
    "SCHEMAS>Spaced": variant('a "b": c'),
    "SCHEMAS>Opened": union({"cat": "Cat"}, "OtherPet"),
    "SCHEMAS>Odd": union({"1": "One", 'a "b": c': "Spaced"}),
    f"{PROPERTIES}>opened": described(**ref("Opened")),
    f"{PROPERTIES}>odd": described(type="array", items=ref("Odd")),
    # Promised: two in one model, one with a union, two with the same union.
    f"{PROPERTIES}>first": {**described(**ref("Pet")), "x-promised": True},
    f"{PROPERTIES}>second": {**described(anyOf=[ref("Pet"), {"type": "null"}]), "x-promised": True},
    # Maps of models, of enums and of maps.
    "SCHEMAS>Pets": described(type="object", additionalProperties=ref("Pet")),
    "SCHEMAS>Moods": described(
        type="object", additionalProperties={"anyOf": [ref("Mood"), {"type": "string"}]}
    ),
    "SCHEMAS>Homes": described(type="object", additionalProperties=ref("Pets")),
    "SCHEMAS>Counts": described(
        type="object", additionalProperties={"type": "integer", "minimum": 1}
    ),
    f"{PROPERTIES}>counts": described(**ref("Counts")),
    f"{PROPERTIES}>homes": described(**ref("Homes")),
    f"{PROPERTIES}>moods": described(**ref("Moods")),
    # Names.
    "SCHEMAS>Note": described(
        type="object",
        properties={
            "object": described(type="string"),
            "parts": described(anyOf=[{"type": "string"}, {"type": "array", "items": ref("Pet")}]),
        },
    ),
    "SCHEMAS>Request>properties>note": described(**ref("Note")),
    "SCHEMAS>Response": described(type="object", properties={"_meta": described(type="string")}),
    f"{PROPERTIES}>response": described(**ref("Response")),
    f"{PROPERTIES}>mapping": described(type=["string", "null"], default=None),
    "POST>responses>404>content": {"application/json": {"schema": ref("Response")}},
    # Documentation.
    f"{PROPERTIES}>code": described(
        anyOf=[
            {"type": "string", "minLength": 2, "pattern": "^a$"},
            {"type": "array", "maxItems": 3, "items": {"type": "integer", "exclusiveMinimum": 0}},
        ]
    ),
    # Parameters: names that functions use, booleans, lists; one of the path, which changes.
    "POST>parameters>4": parameter("query", "query"),
    "POST>parameters>5": parameter(
        "kwargs", "query", deprecated=True, schema={**LIMITED, "default": 2}
    ),
    "POST>parameters>6": parameter("headers", "query", schema={"type": "array", "items": LIMITED}),
    "POST>parameters>7": parameter("X-Loud", "header"),
    "POST>parameters>8": parameter("word", "path", required=True),
    "POST>parameters>0": None,
    "paths>/words/{word}>parameters": [
        parameter("word", "path", required=True, schema={"type": "string"}, description="Other."),
        parameter("shared", "query"),
    ],
    # A path with names that are no snake case, whose parameters are listed in another order.
    "paths>/things/{thingId}/parts/{part-no}:cut": {
        "get": {
            "operationId": "cut_part",
            "tags": ["words"],
            "summary": "Cut it.",
            "description": "It is cut once.",
            "security": [],
            "parameters": [
                parameter("part-no", "path", required=True, schema={"type": "integer"}),
                parameter("thingId", "path", required=True, schema={"type": "string"}),
            ],
            "responses": {
                "200": described(content={"application/json": {"schema": ref("Response")}})
            },
        }
    },
    "POST>deprecated": True,
    "POST>security": [],
}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the name of the client of the spec."""
    folder = tmp_path_factory.mktemp("unusual")
    (folder / "openapi.yaml").write_text(changed(CHANGES), encoding="utf-8")
    command = [
        sys.executable,
        str(ROOT / "scripts/generate.py"),
        "--spec",
        f"{folder}/openapi.yaml",
    ]
    done = subprocess.run(
        [*command, "--output", f"{folder}/unusual_client"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    sys.path.insert(0, str(folder))
    yield "unusual_client"
    sys.path.remove(str(folder))


def answer(client: str, **members: Any) -> Any:
    return importlib.import_module(f"{client}.models").Answer.from_dict(members)


def names(*values: Any) -> list[str]:
    return [type(value).__name__ for value in values]


def test_one_known_variant_is_told_from_others(client: str) -> None:
    """A union of one known variant and an open one is decoded by the tag."""
    known, other = (answer(client, opened={"kind": kind}).opened for kind in ("cat", "cow"))

    assert names(known, other) == ["Cat", "OtherPet"]


def test_tags_of_any_kind(client: str) -> None:
    """A tag may be a whole number or any text; nothing else is the same as 1."""
    odd = answer(client, odd=[{"kind": tag} for tag in (1, 'a "b": c', True, 1.0, "1")]).odd

    assert names(*odd) == ["One", "Spaced", "JSONObject", "JSONObject", "JSONObject"]


def test_property_name_tells_variants_apart(client: str) -> None:
    """Another member that all variants fix does not tell them apart."""
    odd = answer(client, odd=[{"alike": "alike", "kind": 1}, {"alike": "alike"}]).odd

    assert names(*odd) == ["One", "JSONObject"]


def test_promised_objects_of_one_union(client: str) -> None:
    """Several promised members of a model may hold the same union."""
    value = answer(client, first={"kind": "cat"}, second={"kind": "dog"})

    assert names(value.first, value.second) == ["Cat", "Dog"]
    assert answer(client).first is None


def test_maps(client: str) -> None:
    """A map is a dict of decoded values, at every depth."""
    value = answer(client, homes={"hut": {"Tom": {"kind": "cat"}}}, moods={"Tom": "sad"})

    assert names(value.homes["hut"]["Tom"]) == ["Cat"]
    assert value.moods == {"Tom": "sad"}
    assert value.to_dict() == {"homes": {"hut": {"Tom": {"kind": "cat"}}}, "moods": {"Tom": "sad"}}


def test_names(client: str) -> None:
    """A schema may be called `Response`, and a member begin with an underscore."""
    models = importlib.import_module(f"{client}.models")

    assert models.Response(_meta="a").to_dict() == {"_meta": "a"}
    assert answer(client, response={"_meta": "a"}).response._meta == "a"


def test_documentation(client: str) -> None:
    """What variants, items and parameters say of their values is written out."""
    module: Any = importlib.import_module(f"{client}.api.words.say_word")
    text = " ".join((module.sync.__doc__ or "").split())
    model = importlib.import_module(f"{client}.models").Answer.__doc__

    assert "kwargs: It. Range: 1 to 9. Default of the server: 2. Deprecated." in text
    assert "headers: It. Each item: 1 to 9." in text
    assert "It is said once. Deprecated." in text
    assert "word: It." in text
    assert "word: Other." not in text
    assert (
        "code: A. Text: at least 2 characters. Pattern: `^a$`."
        " List: at most 3 items. Each item: more than 0." in " ".join(model.split())
    )
    assert "mapping: A. Default of the server: null." in model
    counts = importlib.import_module(f"{client}.models.counts").__file__ or ""
    assert '"""A. Each value: at least 1."""' in Path(counts).read_text("utf-8")


def test_path(client: str) -> None:
    """Parameters of the path are given in its order, whatever they are called there."""
    requests: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(200, json={})

    module: Any = importlib.import_module(f"{client}.api.words.cut_part")
    clients: Any = importlib.import_module(f"{client}.client")
    transport = httpx.MockTransport(handle)
    module.sync(
        "a b",
        7,
        client=clients.Client(base_url="https://example.com", httpx_args={"transport": transport}),
    )

    assert requests[0].url.raw_path == b"/things/a%20b/parts/7:cut"
    assert module.OPERATION.path_parameters == ("thing_id", "part_no")


def test_parameters(client: str) -> None:
    """Parameters with names that functions use, and booleans, are sent as JSON has them."""
    requests: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(404, json={"_meta": "a"})

    module: Any = importlib.import_module(f"{client}.api.words.say_word")
    clients: Any = importlib.import_module(f"{client}.client")
    error = module.sync(
        True,
        client=clients.Client(
            base_url="https://example.com", httpx_args={"transport": httpx.MockTransport(handle)}
        ),
        body={"times": 2},
        loud=False,
        query=True,
        kwargs=3,
        headers=[1, 2],
        x_loud=True,
        shared=True,
    )

    query = "shared=true&loud=false&query=true&kwargs=3&headers=1&headers=2"
    assert requests[0].url == f"https://example.com/words/true?{query}"
    assert requests[0].headers["x-loud"] == "true"
    assert json.loads(requests[0].content) == {"times": 2}
    assert names(error) == ["Response"]


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_types(client: str, checker: str) -> None:
    """Type checkers accept it."""
    folder = Path(importlib.import_module(client).__file__ or "").parent.parent
    (folder / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}', encoding="utf-8")
    arguments = {"mypy": ["--strict"], "pyright": ["--pythonpath", sys.executable]}
    done = subprocess.run(
        [sys.executable, "-m", checker, *arguments[checker], client],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
