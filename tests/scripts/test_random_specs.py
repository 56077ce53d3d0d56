"""Random specs by the rules: what is made of them decodes, encodes and type-checks as they say.

Fifty specs by default, all in one run of the generator. Thousands by hand, each run of fifty with
another seed: ``APERTIS_RANDOM_SPECS=2000 pytest tests/scripts/test_random_specs.py``; the seeds
begin at ``APERTIS_RANDOM_SEED``.
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple
from urllib.parse import quote

import httpx
import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.random_specs import Schema, bodies, collected, decoded, merged, received, sent

ROOT = Path(__file__).resolve().parent.parent.parent
AT_ONCE = 50
RUNS = max(1, int(os.environ.get("APERTIS_RANDOM_SPECS", AT_ONCE)) // AT_ONCE)
FIRST = int(os.environ.get("APERTIS_RANDOM_SEED", "0"))
PYRIGHT = '{"typeCheckingMode": "strict", "include": ["."]}'


class Made(NamedTuple):
    """A client of random specs."""

    folder: Path
    document: Schema
    number: int

    @property
    def schemas(self) -> dict[str, Schema]:
        schemas: dict[str, Schema] = self.document["components"]["schemas"]
        return schemas

    def module(self, name: str) -> ModuleType:
        return importlib.import_module(f"random_{self.number}{name}")


@pytest.fixture(scope="module", params=range(FIRST, FIRST + RUNS))
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Return a client that is made of fifty random specs."""
    number: int = request.param
    document = merged(collected(AT_ONCE, number))
    folder = tmp_path_factory.mktemp("random") / f"random_{number}"
    file = folder.parent / "openapi.yaml"
    file.write_text(json.dumps(document, indent=1, ensure_ascii=False), encoding="utf-8")
    done = run(str(ROOT / "scripts" / "generate.py"), "--spec", str(file), "--output", str(folder))
    assert done.returncode == 0, done.stdout + done.stderr
    found = importlib.util.spec_from_file_location(
        folder.name, folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    assert found is not None
    assert found.loader is not None
    sys.modules[folder.name] = importlib.util.module_from_spec(found)
    found.loader.exec_module(sys.modules[folder.name])
    return Made(folder, document, number)


def run(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )


def for_each_body(made: Made, schema: Schema, check: Callable[[Any], None]) -> None:
    """Call a function with random bodies that a schema admits."""
    for_each(made, bodies(made.schemas, schema), check)


def for_each(made: Made, values: Any, check: Callable[[Any], None]) -> None:
    """Call a function with random values of a strategy."""

    @seed(made.number)
    @settings(
        max_examples=20,
        database=None,
        deadline=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=[*HealthCheck],
    )
    @given(values)
    def check_each(value: Any) -> None:
        check(value)

    check_each()


def described(value: Any, base: Any) -> Any:
    """Return a decoded value as plain data: each object with the name of its class."""
    if isinstance(value, list):
        return [described(each, base) for each in value]
    if isinstance(value, base):
        members = ((name, value[name]) for name in value.to_dict())
        return type(value).__name__, {name: described(each, base) for name, each in members}
    if isinstance(value, dict):
        return "dict", {name: described(each, base) for name, each in value.items()}
    return value


def test_bodies_are_decoded_as_the_spec_says(made: Made) -> None:
    """Every object becomes what its schema says, at every depth, and nothing of it is lost."""
    for name, schema in made.schemas.items():
        if "properties" in schema:
            decodes(made, name)


def decodes(made: Made, name: str) -> None:
    base: Any = made.module("._runtime.json_object").JSONObject
    model: Any = getattr(made.module(".models"), name)
    properties = made.schemas[name]["properties"]

    def check(body: Any) -> None:
        value = model.from_dict(body)
        members = {n: decoded(made.schemas, properties.get(n), each) for n, each in body.items()}
        assert described(value, base) == (name, members)
        assert value.to_dict() == body

    for_each_body(made, {"$ref": f"#/components/schemas/{name}"}, check)


def test_streams_are_decoded_as_the_spec_says(made: Made) -> None:
    """Each event up to the end is what its schema says, but for those that say nothing."""
    streams = 0
    for item in made.document["paths"].values():
        media = item["post"]["responses"]["200"]["content"].get("text/event-stream")
        if media is not None:
            streams += 1
            stream_decodes(made, item["post"], media)

    assert streams


def stream_decodes(made: Made, operation: Schema, media: Schema) -> None:
    base: Any = made.module("._runtime.json_object").JSONObject
    decoder: Any = made.module("._runtime.event_stream").ModelDecoder
    module = made.module(f".api.{operation['tags'][0]}.{operation['operationId']}")
    ends = media["x-stream-end"]
    end = (
        next((each for each in ends if "[" in each or "!" in each), "")
        if isinstance(ends, list)
        else ends
    )
    tag = made.schemas[media["schema"]["$ref"].rsplit("/", 1)[-1]].get("discriminator", {})
    pings = st.just({tag["propertyName"]: "ping"}) if tag else st.nothing()

    def check(events: list[Schema]) -> None:
        lines = [*map(json.dumps, events), end, json.dumps({"after": "the end"})]
        body = "".join(f"data: {line}\n\n" for line in lines if line).encode()
        found = decoder(module.OPERATION)
        models = [
            described(each, base) for piece in (body[:9], body[9:]) for each in found.feed(piece)
        ]
        expected = received(made.schemas, media, events)
        if found.complete:
            assert models == expected
        else:
            assert models[: len(expected)] == expected

    for_each(made, st.lists(bodies(made.schemas, media["schema"]) | pings, max_size=4), check)


def test_constructors_take_what_the_spec_names(made: Made) -> None:
    """A model is made with its members as keywords, a fixed tag without being told."""
    for name, schema in made.schemas.items():
        if "properties" in schema and not schema.get("x-open-variant"):
            model: Any = getattr(made.module(".models"), name)
            tags = {n: each["const"] for n, each in schema["properties"].items() if "const" in each}
            given_ = {n: "a" for n in schema["properties"] if n not in tags}
            assert model(**given_).to_dict() == {**tags, **given_}


def test_requests_are_sent_as_the_spec_says(made: Made) -> None:
    """Bodies, parameters of the path, the query and headers arrive as the spec says."""
    requests: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(200, json={})

    client: Any = made.module(".client").AuthenticatedClient(
        base_url="https://example.com",
        token="key",
        httpx_args={"transport": httpx.MockTransport(handle)},
    )
    values = {"string": "a/b é", "integer": 7, "number": 0.5, "boolean": True, "array": ["a", "b"]}
    shown = {"a/b é": "a/b é", 7: "7", 0.5: "0.5", True: "true"}
    for path, item in made.document["paths"].items():
        operation = item["post"]
        module: Any = made.module(f".api.{operation['tags'][0]}.{operation['operationId']}")
        arguments = {each["name"]: value_of(each["schema"], values) for each in parameters(item)}
        body = operation.get("requestBody")
        called = {name.lower().replace("-", "_"): value for name, value in arguments.items()}
        if any(
            each["in"] == "header" and not str(value_of(each["schema"], values)).isascii()
            for each in parameters(item)
        ):
            called["x_is"] = arguments["X-Is"] = "plain"
        if body is None:
            module.sync_detailed(called.pop("key"), client=client, **called)
        else:
            schema = body["content"]["application/json"]["schema"]
            call = functools.partial(module.sync_detailed, called.pop("key"), client=client)
            encodes(made, schema, functools.partial(call, **called), requests)
        key = shown[arguments["key"]]
        assert requests[-1].url.raw_path.decode().split("?")[0] == path.replace(
            "{key}", quote(key, safe="")
        )
        query = [
            (each["name"], shown.get(one, one))
            for each in parameters(item)
            if each["in"] == "query"
            for value in [arguments[each["name"]]]
            for one in (value if isinstance(value, list) else [value])
        ]
        assert requests[-1].url.params.multi_items() == query
        if "X-Is" in arguments:
            assert requests[-1].headers["x-is"] == shown.get(arguments["X-Is"], "plain")


def encodes(made: Made, schema: Schema, call: Any, requests: list[httpx.Request]) -> None:
    model: Any = getattr(made.module(".models"), schema["$ref"].rsplit("/", 1)[-1])

    def check(body: Any) -> None:
        call(body=model.from_dict(body))
        assert json.loads(requests[-1].content) == sent(made.schemas, schema, body)

    for_each_body(made, schema, check)


def parameters(item: Schema) -> list[Schema]:
    found: list[Schema] = item["post"]["parameters"]
    return found


def value_of(schema: Schema, values: Schema) -> Any:
    """Return a value of the type of a parameter."""
    if schema.get("type") == "array":
        return [value_of(schema["items"], values)] * 2
    return values[schema.get("type", "string")]


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_type_checkers_accept_it(made: Made, checker: str) -> None:
    """Both type checkers accept the generated code, as strict as they can be."""
    (made.folder.parent / "pyrightconfig.json").write_text(PYRIGHT, encoding="utf-8")
    arguments = {
        "mypy": ["--strict", "--cache-dir", str(made.folder.parent / "cache"), made.folder.name],
        "pyright": ["--pythonpath", sys.executable],
    }
    done = run("-m", checker, *arguments[checker], folder=made.folder.parent)

    assert done.returncode == 0, "\n".join(done.stdout.splitlines()[:40]) + done.stderr
