"""Everything that the spec has is in the wrapper, and the two worlds are twins."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from apertis import Apertis, AsyncApertis
from apertis._core.options import RequestOptions
from tests.server import Server, event, event_stream, json_reply
from tests.spec import spec
from tests.worlds import KEY

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.server import Request, Step
    from tests.worlds import World

pytestmark = pytest.mark.wire

# A value for each thing that an operation may require.
SAMPLES: dict[str, Any] = {
    "id": "some/model:free",
    "messages": [{"role": "user", "content": "Hi"}],
    "model": "some/model:free",
}


# The same operations in another way.
VIEWS = ["with_raw_response", "with_streaming_response"]
BUILT_ON_CREATE = ["parse", "stream", "run_tools"]


class SpecOperation(NamedTuple):
    """An operation of the spec, with the names of what it takes."""

    name: str
    method: str
    path: str
    in_path: list[str]
    others: set[str]
    required: set[str]
    streams: bool

    def takes(self, request: Request) -> bool:
        """Return whether a request goes to this operation."""
        pattern = re.sub(r"\{\w+\}", "[^/]+", self.path)
        return request.method == self.method and bool(re.fullmatch(pattern, request.path))


def _resolved(node: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        target: Any = spec()
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        node = target
    return node


def _operations() -> list[SpecOperation]:
    found = []
    for path, methods in spec()["paths"].items():
        for method, operation in methods.items():
            parameters = [_resolved(p) for p in operation.get("parameters", [])]
            content = _resolved(operation.get("requestBody", {})).get("content", {})
            body = _resolved(content["application/json"]["schema"]) if content else {}
            others = [p for p in parameters if p["in"] != "path"]
            found.append(
                SpecOperation(
                    name=operation["operationId"],
                    method=method.upper(),
                    path=f"/v1{path}",
                    in_path=[p["name"] for p in parameters if p["in"] == "path"],
                    others={p["name"] for p in others} | set(body.get("properties", ())),
                    required={p["name"] for p in others if p.get("required")}
                    | set(body.get("required", ())),
                    streams="text/event-stream" in operation["responses"]["200"]["content"],
                )
            )
    return found


OPERATIONS = _operations()


def _methods(owner: object, path: str = "") -> dict[str, Callable[..., Any]]:
    """Return the methods of a client that call operations, each by the way to it."""
    methods: dict[str, Callable[..., Any]] = {}
    for name in dir(owner):
        if name.startswith("_") or name in (*VIEWS, *BUILT_ON_CREATE):
            continue
        if isinstance(getattr(type(owner), name, None), property):
            continue
        member = getattr(owner, name)
        if hasattr(member, "__signature__"):
            methods[f"{path}{name}"] = member
        elif type(member).__module__.startswith("apertis."):
            methods |= _methods(member, f"{path}{name}.")
    return methods


def _parameters(method: Callable[..., Any]) -> list[inspect.Parameter]:
    return list(inspect.signature(method).parameters.values())


def _call(method: Callable[..., Any], **arguments: Any) -> Any:
    """Call a method with a sample of what it requires."""
    positional: list[Any] = []
    for parameter in _parameters(method):
        if parameter.default is parameter.empty:
            assert parameter.name in SAMPLES, f"SAMPLES needs a value for {parameter.name!r}"
            if parameter.kind is parameter.KEYWORD_ONLY:
                arguments[parameter.name] = SAMPLES[parameter.name]
            else:
                positional.append(SAMPLES[parameter.name])
    return method(*positional, **arguments)


def _anything(request: Request) -> Sequence[Step]:
    return json_reply({"id": "x", "data": [], "choices": []})


def _reached(world: World, server: Server) -> dict[str, str]:
    """Call every method once; return the way to it by the name of the operation it reaches."""
    reached: dict[str, str] = {}
    for path, method in _methods(world.client()).items():
        server.answer(_anything)
        world.wait(_call(method))
        (operation,) = [each for each in OPERATIONS if each.takes(server.requests[-1])]
        assert operation.name not in reached, f"{path} and {reached[operation.name]} do the same"
        reached[operation.name] = path
    return reached


def test_every_operation_is_reachable(world: World, server: Server) -> None:
    """Each operation of the spec has one method of the wrapper, which sends what the spec says."""
    assert _reached(world, server).keys() == {operation.name for operation in OPERATIONS}


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_parameters_of_an_operation(world: World, server: Server, operation: SpecOperation) -> None:
    """A method takes what the spec lists, by the same names, and the options of every call."""
    method = _methods(world.client())[_reached(world, server)[operation.name]]
    options = set(RequestOptions.__annotations__)
    parameters = _parameters(method)
    positional = [p.name for p in parameters if p.kind is p.POSITIONAL_OR_KEYWORD]
    keywords = {p.name: p for p in parameters if p.kind is p.KEYWORD_ONLY}

    assert positional == operation.in_path
    assert len(positional) + len(keywords) == len(parameters)
    assert keywords.keys() == operation.others | options
    assert not operation.others & options
    assert {n for n, p in keywords.items() if p.default is p.empty} == operation.required
    assert not [n for n, p in keywords.items() if p.annotation is p.empty]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_help_of_an_operation(world: World, server: Server, operation: SpecOperation) -> None:
    """`help` describes every keyword argument of a method."""
    method = _methods(world.client())[_reached(world, server)[operation.name]]
    described = re.findall(r"^ {4}(\w+): \S", inspect.getdoc(method) or "", re.MULTILINE)
    keywords = [p.name for p in _parameters(method)]

    assert not [name for name in keywords if described.count(name) != 1]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_stream_of_an_operation(world: World, server: Server, operation: SpecOperation) -> None:
    """A method takes `stream` where the spec lets the operation stream, and streams then."""
    method = _methods(world.client())[_reached(world, server)[operation.name]]

    assert ("stream" in inspect.signature(method).parameters) == operation.streams
    if operation.streams:
        chunk = {"choices": [{"index": 0, "finish_reason": "stop"}]}
        server.answer(event_stream(event(chunk), event(b"[DONE]")))
        assert [each.to_dict() for each in world.all(_call(method, stream=True))] == [chunk]
        assert operation.takes(server.requests[-1])
        assert server.requests[-1].json["stream"] is True


def test_the_worlds_are_twins() -> None:
    """Both clients have the same methods, with the same parameters in the same order."""
    one = _methods(Apertis(api_key=KEY))
    other = _methods(AsyncApertis(api_key=KEY))

    assert one.keys() == other.keys()
    for path, method in one.items():
        assert [str(p) for p in _parameters(method)] == [str(p) for p in _parameters(other[path])]


def test_the_clients_are_twins() -> None:
    """Both clients have the same public names and are made from the same settings."""
    one, other = Apertis(api_key=KEY), AsyncApertis(api_key=KEY)
    names = {
        name: list(inspect.signature(getattr(one, name)).parameters)
        for name in dir(one)
        if not name.startswith("_") and callable(getattr(one, name))
    }

    assert [n for n in dir(one) if n[0] != "_"] == [n for n in dir(other) if n[0] != "_"]
    for name, parameters in names.items():
        assert list(inspect.signature(getattr(other, name)).parameters) == parameters
    assert (
        inspect.signature(Apertis).parameters.keys()
        == inspect.signature(AsyncApertis).parameters.keys()
    )


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("resource", ["chat.completions", "models"])
def test_views_of_a_resource(world: World, resource: str, view: str) -> None:
    """A view of a resource has the methods that call operations, with what they take."""
    plain: Any = world.client()
    for name in resource.split("."):
        plain = getattr(plain, name)
    seen = _methods(getattr(plain, view))

    assert seen.keys() == _methods(plain).keys()
    for name, method in _methods(plain).items():
        assert _parameters(seen[name]) == _parameters(method)


@pytest.mark.parametrize("name", BUILT_ON_CREATE)
def test_methods_built_on_create(world: World, name: str) -> None:
    """What is built on `create` takes all that it takes, and describes each keyword argument."""
    completions = world.client().chat.completions
    method = getattr(completions, name)
    names = {p.name for p in _parameters(method)}
    arguments, _, _ = (inspect.getdoc(method) or "").partition("Raises:")
    described = re.findall(r"^ {4}(\w+): \S", arguments, re.MULTILINE)

    assert {p.name for p in _parameters(completions.create)} - names <= {"stream"}
    assert sorted(described) == sorted(names)
