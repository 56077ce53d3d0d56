"""Every operation that the spec gives a method is called with the examples of the spec.

Nothing here names an operation: one that is added to openapi.yaml is tested by these tests.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from types import ModuleType
from typing import Any, get_args
from urllib.parse import parse_qs, unquote

import pytest

import apertis
from apertis import Apertis, AsyncApertis, BinaryContent
from apertis._core.options import RequestOptions
from apertis_client import AuthenticatedClient
from tests.drivers import KEY, NOTHING_IS_SENT, Driver
from tests.server import Script, Server, event, event_stream, json_reply, reply
from tests.spec import SpecOperation, form_fields, operations

pytestmark = pytest.mark.wire

OPERATIONS = operations()
STREAMING = [operation for operation in OPERATIONS if operation.events]
FAILURES = [(operation, status) for operation in OPERATIONS for status in operation.errors]
EACH = pytest.mark.parametrize("operation", OPERATIONS, ids=lambda each: each.name)
EACH_WITH_TEXT = pytest.mark.parametrize(
    "operation", [each for each in OPERATIONS if each.text], ids=lambda each: each.name
)
EACH_WITH_A_PATH = pytest.mark.parametrize(
    "operation", [each for each in OPERATIONS if each.in_path], ids=lambda each: each.name
)
EACH_STREAMING = pytest.mark.parametrize("operation", STREAMING, ids=lambda each: each.name)
EACH_FAILURE = pytest.mark.parametrize(
    ("operation", "status"), FAILURES, ids=[f"{each.name}-{status}" for each, status in FAILURES]
)
VIEWS = ("with_raw_response", "with_streaming_response")
OPTIONS = list(RequestOptions.__annotations__)
# What every resource has beside the methods of its own.
RESOURCE = {*VIEWS}
CLASSES = {
    400: apertis.BadRequestError,
    401: apertis.AuthenticationError,
    402: apertis.PaymentRequiredError,
    403: apertis.PermissionDeniedError,
    404: apertis.NotFoundError,
    408: apertis.RequestTimeoutError,
    409: apertis.ConflictError,
    413: apertis.RequestTooLargeError,
    422: apertis.UnprocessableEntityError,
    429: apertis.RateLimitError,
}


def method_of(client: Any, operation: SpecOperation, view: str = "") -> Any:
    """Return the method of a client that calls an operation, or that of a view of its resource."""
    *names, name = operation.method_path.split(".")
    for each in [*names, *filter(None, [view])]:
        client = getattr(client, each)
    return getattr(client, name)


def described(method: Any) -> list[str]:
    """Return the names that the section "Args" of a method's documentation describes."""
    arguments = (inspect.getdoc(method) or "").partition("Args:")[2].partition("Raises:")[0]
    return re.findall(r"^ {4}(\w+): \S", arguments, re.MULTILINE)


def parameters_of(method: Any) -> list[inspect.Parameter]:
    return list(inspect.signature(method).parameters.values())


def answer_of(operation: SpecOperation, headers: Mapping[str, str] | None = None) -> Script:
    if isinstance(operation.response, str):
        headers = {"Content-Type": "application/octet-stream", **(headers or {})}
        return reply(operation.response.encode(), headers=headers)
    return json_reply(operation.response, headers=headers)


def plain(result: Any) -> Any:
    """Return a result as the spec writes it in an example."""
    return result.content.decode() if isinstance(result, BinaryContent) else result.to_dict()


def stream_of(operation: SpecOperation) -> Script:
    events = [event(each) for each in operation.events]
    if operation.stream_end:
        events.append(event(operation.stream_end.encode()))
    return event_stream(*events)


def assert_sent(server: Server, operation: SpecOperation, *, streamed: bool = False) -> None:
    """Assert that the request that came last is the example of an operation."""
    request = server.requests[-1]
    path, _, query = request.path.partition("?")
    flag = {operation.stream_parameter: True} if streamed else {}

    # Segment by segment: a client may leave characters as they are that need no encoding.
    assert [unquote(each) for each in path.split("/")] == ["", *operation.segments]
    assert request.method == operation.method
    assert parse_qs(query) == {name: texts(value) for name, value in operation.query.items()}
    for name, value in operation.headers.items():
        assert request.all(name) == texts(value)
    if operation.body is None:
        assert request.body == b""
    elif operation.files is None:
        assert request.json == {**operation.body, **flag}
    else:
        fields = [(name, content) for name, _, content in form_fields(request.body)]
        assert sorted(fields) == sorted(fields_of(operation))
        assert all(file for name, file, _ in form_fields(request.body) if name in operation.files)


def fields_of(operation: SpecOperation) -> Iterator[tuple[str, bytes]]:
    """Yield the fields of a form that are the example of an operation."""
    for name in operation.body or ():
        sent = operation.arguments[name]
        field, values = (f"{name}[]", sent) if isinstance(sent, list) else (name, [sent])
        for each in values:
            yield field, each if isinstance(each, bytes) else texts(each)[0].encode()


def texts(value: Any) -> list[str]:
    """Return an example as a URL or a header spells it."""
    values = value if isinstance(value, list) else [value]
    return [str(each).lower() if isinstance(each, bool) else str(each) for each in values]


def values_of(items: list[Any]) -> list[dict[str, Any]]:
    return [item.to_dict() for item in items]


# The wrapper


@EACH
def test_call(driver: Driver, server: Server, operation: SpecOperation) -> None:
    """A call sends the example of the request and returns that of the response as a model."""
    server.answer(answer_of(operation))
    result = driver.wait(method_of(driver.client(), operation)(**operation.arguments))

    assert_sent(server, operation)
    assert type(result) is getattr(apertis, operation.schema)
    assert plain(result) == operation.response
    if operation.items:
        assert values_of(list(result)) == operation.response[operation.items]


@EACH_WITH_TEXT
def test_text(driver: Driver, server: Server, operation: SpecOperation) -> None:
    """Where an argument asks for text, the result is that of the example, through the views too."""
    assert operation.text is not None
    parameter, values, text = operation.text
    answer = reply(text.encode(), headers={"Content-Type": "text/plain"})
    client = driver.client()
    for value in values:
        arguments = {**operation.arguments, parameter: value}
        server.answer(answer, answer, answer)
        raw, unread = (method_of(client, operation, view) for view in VIEWS)

        assert driver.wait(method_of(client, operation)(**arguments)) == text
        assert driver.wait(raw(**arguments)).parse() == text
        with driver.entered(unread(**arguments)) as response:
            assert driver.wait(response.parse()) == text


@EACH_WITH_A_PATH
def test_parameters_of_the_path_may_be_given_by_position(
    driver: Driver, server: Server, operation: SpecOperation
) -> None:
    """What is part of the path can be given by position, in the order of the spec."""
    server.answer(answer_of(operation))
    arguments = dict(operation.arguments)
    positional = [arguments.pop(name) for name in operation.in_path]
    driver.wait(method_of(driver.client(), operation)(*positional, **arguments))

    assert_sent(server, operation)


@EACH
def test_raw_response(driver: Driver, server: Server, operation: SpecOperation) -> None:
    """The raw response has status, headers and bytes; `parse` gives the model."""
    server.answer(answer_of(operation, {"x-request-id": "req_1"}))
    method = method_of(driver.client(), operation, "with_raw_response")
    response = driver.wait(method(**operation.arguments))

    assert_sent(server, operation)
    assert (response.status_code, response.request_id) == (200, "req_1")
    if isinstance(operation.response, str):
        assert response.content == operation.response.encode()
    else:
        assert response.json() == operation.response
    assert plain(response.parse()) == operation.response


@EACH
def test_unread_response(driver: Driver, server: Server, operation: SpecOperation) -> None:
    """The same of a response whose body is read on demand."""
    server.answer(answer_of(operation))
    method = method_of(driver.client(), operation, "with_streaming_response")
    with driver.entered(method(**operation.arguments)) as response:
        parsed = driver.wait(response.parse())

    assert_sent(server, operation)
    assert plain(parsed) == operation.response


@EACH_STREAMING
def test_stream(driver: Driver, server: Server, operation: SpecOperation) -> None:
    """A stream gives the example's events as models, and only where it was asked for."""
    server.answer(stream_of(operation))
    flag = {operation.stream_parameter: True}
    stream = driver.wait(method_of(driver.client(), operation)(**operation.arguments, **flag))
    events = driver.all(stream)

    assert_sent(server, operation, streamed=True)
    schema = getattr(apertis, operation.event_schema)
    known = {each for each in get_args(schema) or [schema] if not each.__name__.startswith("Other")}
    assert {type(each) for each in events} <= known
    assert values_of(events) == operation.events


@EACH_STREAMING
def test_stream_that_ends_too_soon(
    driver: Driver, server: Server, operation: SpecOperation
) -> None:
    """A stream that stops before the event that ends it is an error, after the events that came."""
    server.answer(event_stream(event(operation.events[0])))
    flag = {operation.stream_parameter: True}
    stream = driver.wait(method_of(driver.client(), operation)(**operation.arguments, **flag))

    assert driver.next(stream).to_dict() == operation.events[0]
    with pytest.raises(apertis.APIStreamError):
        driver.next(stream)


@EACH_STREAMING
def test_raw_stream(driver: Driver, server: Server, operation: SpecOperation) -> None:
    """`parse` of a raw response to a streamed call gives the stream."""
    server.answer(stream_of(operation))
    flag = {operation.stream_parameter: True}
    method = method_of(driver.client(), operation, "with_raw_response")
    response = driver.wait(method(**operation.arguments, **flag))

    assert values_of(driver.all(response.parse())) == operation.events
    assert_sent(server, operation, streamed=True)


@EACH_STREAMING
def test_unread_stream(driver: Driver, server: Server, operation: SpecOperation) -> None:
    """The same of a response whose body is read on demand."""
    server.answer(stream_of(operation))
    flag = {operation.stream_parameter: True}
    method = method_of(driver.client(), operation, "with_streaming_response")
    with driver.entered(method(**operation.arguments, **flag)) as response:
        assert values_of(driver.all(driver.wait(response.parse()))) == operation.events
    assert_sent(server, operation, streamed=True)


@EACH_FAILURE
def test_documented_error(
    driver: Driver, server: Server, operation: SpecOperation, status: int
) -> None:
    """Each documented status raises its class, with the message of the example."""
    body = operation.errors[status]
    server.answer(json_reply(body, status=status))
    expected = CLASSES.get(status, apertis.InternalServerError)
    with pytest.raises(expected, match=re.escape(body["error"]["message"])) as caught:
        driver.wait(method_of(driver.client(), operation)(**operation.arguments))

    assert type(caught.value) is expected
    assert caught.value.status_code == status
    assert caught.value.code == body["error"]["code"]
    assert caught.value.body == body


@EACH
def test_error_through_the_views(driver: Driver, server: Server, operation: SpecOperation) -> None:
    """A response that means failure raises through the views as well."""
    server.answer(*[json_reply({"error": {"message": "No."}}, status=401)] * 2)
    raw, unread = (method_of(driver.client(), operation, view) for view in VIEWS)

    with pytest.raises(apertis.AuthenticationError, match="No"):
        driver.wait(raw(**operation.arguments))
    with (
        pytest.raises(apertis.AuthenticationError, match="No"),
        driver.entered(unread(**operation.arguments)),
    ):
        pass


# What is shown of the methods


@NOTHING_IS_SENT
@EACH
def test_signature(driver: Driver, operation: SpecOperation) -> None:
    """A method and those of its views take what the spec lists, and the options of every method."""
    client = driver.client()
    parameters = parameters_of(method_of(client, operation))
    positional = [p.name for p in parameters if p.kind is p.POSITIONAL_OR_KEYWORD]
    keywords = [p for p in parameters if p.kind is p.KEYWORD_ONLY]

    assert positional == operation.in_path
    assert [p.name for p in keywords[-len(OPTIONS) :]] == OPTIONS
    assert sorted(p.name for p in parameters) == sorted([*operation.takes, *OPTIONS])
    assert {p.name for p in parameters if p.default is p.empty} == operation.required
    assert not [p.name for p in parameters if p.annotation is p.empty]
    for view in VIEWS:
        assert parameters_of(method_of(client, operation, view)) == parameters


@NOTHING_IS_SENT
@EACH
def test_help(driver: Driver, operation: SpecOperation) -> None:
    """The documentation begins with a sentence and describes every parameter once."""
    for view in ("", *VIEWS):
        method = method_of(driver.client(), operation, view)
        first, blank, *_ = (inspect.getdoc(method) or "").splitlines()

        assert re.fullmatch(r"[A-Z].*\.", first)
        assert blank == ""
        assert sorted(described(method)) == sorted(p.name for p in parameters_of(method))


@NOTHING_IS_SENT
@EACH
def test_methods_built_on_an_operation(driver: Driver, operation: SpecOperation) -> None:
    """A handwritten method of the resource takes all that the operation takes, and documents it."""
    method = method_of(driver.client(), operation)
    resource = method.__self__
    names = [name for cls in type(resource).__mro__ for name in vars(cls) if name[0] != "_"]
    others = [getattr(resource, name) for name in dict.fromkeys(names) if name not in RESOURCE]
    built_on_it = [each for each in others if operation.mixin and hasattr(each, "__wrapped__")]
    for each in built_on_it:
        parameters = parameters_of(each)
        if any(p.kind != inspect.Parameter.KEYWORD_ONLY for p in parameters):
            continue  # it has parameters of its own, and passes on what it is given beside them
        taken = {p.name for p in parameters}
        left_out = {p.name for p in parameters_of(method)} - taken

        assert left_out <= {operation.stream_parameter}
        assert sorted(described(each)) == sorted(taken)


def test_clients_have_the_same_names() -> None:
    """Both clients have the same public names and methods, made from the same settings."""
    one, other = Apertis(api_key=KEY), AsyncApertis(api_key=KEY)
    names = [name for name in dir(one) if name[0] != "_"]

    assert [name for name in dir(other) if name[0] != "_"] == names
    for name in names:
        if inspect.ismethod(getattr(one, name)):
            assert_twins(getattr(one, name), getattr(other, name))
    for operation in OPERATIONS:
        for view in ("", *VIEWS):
            assert_twins(method_of(one, operation, view), method_of(other, operation, view))
    settings = inspect.signature(Apertis).parameters
    assert settings.keys() == inspect.signature(AsyncApertis).parameters.keys()


def assert_twins(one: Any, other: Any) -> None:
    assert [str(p) for p in parameters_of(one)] == [str(p) for p in parameters_of(other)]
    assert described(one) == described(other)


# The generated functions


def module_of(operation: SpecOperation) -> ModuleType:
    return import_module(f"apertis_client.api.{operation.tag}.{operation.name}")


def function_arguments(operation: SpecOperation) -> dict[str, Any]:
    """Return the keyword arguments of the generated functions that make up the example."""
    body = {name: operation.arguments[name] for name in operation.body or {}}
    outside = {name: value for name, value in operation.arguments.items() if name not in body}
    return {**outside, **({} if operation.body is None else {"body": body})}


def generated_client(server: Server) -> AuthenticatedClient:
    # Without certificates, which take long to read and are not needed here.
    return AuthenticatedClient(base_url=server.url, token=KEY, verify_ssl=False)


@pytest.mark.not_over_httpx(reason="these functions have an HTTP client of their own")
@EACH
def test_generated_functions(driver: Driver, server: Server, operation: SpecOperation) -> None:
    """The generated functions send and return the examples, with or without the response."""
    server.answer(answer_of(operation), answer_of(operation))
    module, arguments = module_of(operation), function_arguments(operation)
    prefix = "sync" if driver.name == "sync" else "asyncio"
    with driver.entered(generated_client(server)) as client:
        result = driver.wait(getattr(module, prefix)(client=client, **arguments))
        assert_sent(server, operation)
        detailed = driver.wait(getattr(module, f"{prefix}_detailed")(client=client, **arguments))
        assert_sent(server, operation)

    assert plain(result) == operation.response
    assert detailed.status_code == 200
    assert plain(detailed.parsed) == plain(result)


@pytest.mark.not_over_httpx(reason="these functions have an HTTP client of their own")
@EACH
def test_generated_functions_return_documented_errors(
    driver: Driver, server: Server, operation: SpecOperation
) -> None:
    """A documented error comes back as the model that the spec has for it."""
    module, arguments = module_of(operation), function_arguments(operation)
    function = module.sync if driver.name == "sync" else module.asyncio
    with driver.entered(generated_client(server)) as client:
        for status, body in operation.errors.items():
            server.answer(json_reply(body, status=status))
            error = driver.wait(function(client=client, **arguments))

            assert type(error) is getattr(apertis, operation.error_schemas[status])
            assert error.to_dict() == body


@pytest.mark.not_over_httpx(reason="these functions have an HTTP client of their own")
@EACH_STREAMING
def test_generated_stream(driver: Driver, server: Server, operation: SpecOperation) -> None:
    """The streaming functions give the example's events as models."""
    server.answer(stream_of(operation))
    module, arguments = module_of(operation), function_arguments(operation)
    function = module.stream if driver.name == "sync" else module.stream_asyncio
    with driver.entered(generated_client(server)) as client:
        events = driver.all(function(client=client, **arguments))

    assert_sent(server, operation, streamed=True)
    assert values_of(events) == operation.events
