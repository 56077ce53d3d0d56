"""Wrong arguments: each is refused at once, in words that name it; and what copies keep."""

from __future__ import annotations

import ast
import copy
import os
import pickle
from collections.abc import AsyncIterator, Callable
from functools import cached_property, partial
from pathlib import Path
from typing import Any, NamedTuple, cast
from unittest import mock

import httpx
import pytest

import apertis
from apertis import Apertis, ApertisError, AsyncApertis, ConfigurationError, RetryPolicy
from apertis._transport.run_sync import run_sync

KEY = "sk-live-0123456789abcdef"
URL = "https://api.example/v1"
QUESTION: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "Hi"}]}
# The modules whose business it is to refuse what they are given.
MODULES = [
    "_core/settings",
    "_core/options",
    "_core/prepare",
    "_client",
    "_core/retry",
    "_transport/backend",
]


class Refusal(NamedTuple):
    """Something that is refused, with which exception and in which words."""

    attempt: Callable[[], object]
    error: type[Exception]
    message: str


def client(**settings: Any) -> Apertis:
    return Apertis(**{"api_key": KEY, "base_url": URL, **settings})


def refused(error: type[Exception], message: str, **settings: Any) -> Refusal:
    """Return what a client refuses to be made with."""
    return Refusal(partial(client, **settings), error, message)


def refused_call(error: type[Exception], message: str, **arguments: Any) -> Refusal:
    """Return what a call refuses, without anything being sent."""

    def attempt() -> object:
        with client(http_client=httpx.Client(transport=unreachable())) as made:
            create: Callable[..., Any] = made.chat.completions.create
            return create(**{**QUESTION, **arguments})

    return Refusal(attempt, error, message)


def refused_policy(error: type[Exception], message: str, **arguments: Any) -> Refusal:
    """Return what a policy refuses to be made with."""
    return Refusal(partial(RetryPolicy, **arguments), error, message)


def unreachable() -> httpx.MockTransport:
    def answer(request: httpx.Request) -> httpx.Response:
        raise AssertionError("something was sent")

    return httpx.MockTransport(answer)


def retrieving(*path: str, **arguments: Any) -> Callable[[], object]:
    retrieve: Callable[..., object] = client().models.retrieve
    return lambda: retrieve(*path, **arguments)


def closed(http_client: httpx.Client) -> httpx.Client:
    http_client.close()
    return http_client


def called_after_closing() -> object:
    made = client()
    made.close()
    return made.models.list()


def called_over_a_client_that_was_closed() -> object:
    with httpx.Client() as http_client:
        made = client(http_client=http_client)
    return made.models.list()


def asynchronous_key() -> object:
    async def fetch() -> str:
        return KEY

    return client(api_key=fetch).models.list()


def wrong_environment() -> object:
    with mock.patch.dict(os.environ, HTTP_PROXY="gopher://127.0.0.1:70"):
        return client().models.list()


def waiting() -> object:
    class Waiting:
        def __await__(self) -> Any:
            yield

    async def wait() -> None:
        await Waiting()

    return run_sync(wait())


class Text(str):
    """Text of a kind of its own."""

    __slots__ = ()


BAD_SETTINGS: dict[str, list[tuple[Any, type[Exception], str]]] = {
    "api_key": [
        (key, TypeError, "must be text, or a function that returns it; it is {kind}$")
        for key in (b"sk", 7, True, ["sk"], {"key": "sk"})
    ],
    "base_url": [
        *((url, TypeError, "must be text, not {kind}") for url in (b"x", httpx.URL("x"), 7, True)),
        *(
            (url, ConfigurationError, "must begin with https:// or http://")
            for url in (
                *("", "api.apertis.ai", "api.apertis.ai/v1", "//api.apertis.ai/v1"),
                *("ftp://api.apertis.ai", "localhost:8080"),
                *("https://", "https:///v1", "https://:8080/v1"),
            )
        ),
        *(
            (f"{url}/v1", ConfigurationError, "is not a URL")
            for url in (
                *("https://x:port", "https://x:99999", "https://[::1", "https://x_é_"),
                *("http://a..b", f"http://{'a' * 64}", "https://x\x00y", "https://x/v\x7f"),
            )
        ),
        ("https://user@x/v1", ConfigurationError, "may not hold a user name or a password"),
        ("https://user:pass@x/v1", ConfigurationError, "may not hold a user name or a password"),
        ("https://x/v1?a=b", ConfigurationError, "may not have a query or a fragment"),
        ("https://x/v1#a", ConfigurationError, "may not have a query or a fragment"),
    ],
    "timeout": [
        *(
            (seconds, ConfigurationError, "must be more than 0 seconds, not ")
            for seconds in (0, 0.0, -1, float("nan"), -float("inf"))
        ),
        *(
            (seconds, ConfigurationError, "must be at most [0-9]+ seconds, not ")
            for seconds in (float("inf"), 1e10, 10**400)
        ),
        *(
            (timeout, TypeError, "must be a number of seconds or an httpx.Timeout, not {kind}")
            for timeout in ("30", (5, 30), [5], {"read": 5})
        ),
        (True, TypeError, "must be a number of seconds, not bool"),
        (
            type("Timeout", (), {"__module__": "httpx2"})(),
            TypeError,
            r"must be .* or an httpx\.Timeout, not httpx2\.Timeout$",
        ),
        *(
            (
                httpx.Timeout(**cast("Any", {"timeout": 5.0, phase: 0.0})),
                ConfigurationError,
                rf"\({phase}\) must be more than 0 seconds",
            )
            for phase in ("connect", "read", "write", "pool")
        ),
    ],
    "max_retries": [
        (-1, ConfigurationError, "must be 0 or more, not -1"),
        *(
            (retries, TypeError, "must be a whole number or a RetryPolicy, not {kind}")
            for retries in ("2", 2.0, True, None, [2])
        ),
    ],
    "default_headers": [
        *((value, TypeError, "must be a dict, not {kind}") for value in ("a=b", ["a"], 7, True)),
        *(
            ({"x": value}, TypeError, "must map text to text or None; 'x' is ")
            for value in (7, b"b", True)
        ),
        ({7: "x"}, TypeError, "must map text to text or None; 7 is int"),
        *(
            ({name: "x"}, ConfigurationError, "holds .* which cannot be the name of a header")
            for name in ("", "x y", "x:", "x\n", "é", "(x)", "x\x00")
        ),
    ],
    "default_query": [
        (value, TypeError, "must be a dict, not {kind}")
        for value in ("a=b", ["a"], [("a", "b")], 7, True)
    ],
    "max_response_bytes": [
        (0, ConfigurationError, "must be 1 or more, not 0"),
        (1.5, TypeError, "must be a whole number or None, not float"),
        (True, TypeError, "must be a whole number or None, not bool"),
    ],
    "http_client": [
        (value, TypeError, "must be an httpx") for value in (object(), "x", httpx.Client)
    ],
}

REFUSALS: dict[str, Refusal] = {
    # RetryPolicy
    "retries that are no number": refused_policy(
        TypeError, r"^max_retries must be a whole number, not str$", max_retries="2"
    ),
    "retries that are no whole number": refused_policy(
        TypeError, r"^max_retries must be a whole number, not float$", max_retries=2.0
    ),
    "retries that are a boolean": refused_policy(
        TypeError, r"^max_retries must be a whole number, not bool$", max_retries=True
    ),
    "retries that are None": refused_policy(
        TypeError, r"^max_retries must be a whole number, not NoneType$", max_retries=None
    ),
    "fewer than no retries": refused_policy(
        ConfigurationError, r"^max_retries must be 0 or more, not -1$", max_retries=-1
    ),
    "random that is no function": refused_policy(
        TypeError, r"^random must be a function, not float$", random=0.5
    ),
    **{
        f"{name} of {value!r:.12}": refused_policy(
            error, f"^{name} must be {said}$", **{name: value}
        )
        for name in ("first_wait", "highest_wait", "longest_wait")
        for value, error, said in [
            ("1", TypeError, "a number of seconds, not str"),
            (True, TypeError, "a number of seconds, not bool"),
            (None, TypeError, "a number of seconds, not NoneType"),
            (-0.5, ConfigurationError, r"0 or more seconds, not -0\.5"),
            (float("nan"), ConfigurationError, "0 or more seconds, not nan"),
            (float("inf"), ConfigurationError, "at most [0-9]+ seconds, not inf"),
            (1e10, ConfigurationError, r"at most [0-9]+ seconds, not 10000000000\.0"),
            (10**400, ConfigurationError, "at most [0-9]+ seconds, not 10+"),
        ]
    },
    # settings
    "no key": refused(ConfigurationError, "^API key is required: pass api_key=", api_key=""),
    "key with its scheme": refused(
        ConfigurationError, "^api_key must be the key alone, without 'Bearer'$", api_key="Bearer k"
    ),
    "setting that is assigned": Refusal(
        lambda: setattr(client(), "timeout", 5),
        AttributeError,
        r"^timeout of a client cannot be set; write client = client\.with_options\(timeout=",
    ),
    "key of two lines": refused(
        ConfigurationError, "^api_key must be printable ASCII on one line", api_key="a\nb"
    ),
    **{
        f"{name} ({number})": refused(
            error, f"^{name} ?{message.format(kind=type(value).__name__)}", **{name: value}
        )
        for name, cases in BAD_SETTINGS.items()
        for number, (value, error, message) in enumerate(cases)
    },
    "time-out of an http_client": refused(
        ConfigurationError,
        r"^timeout \(connect\) must be more than 0 seconds, not 0$",
        http_client=httpx.Client(timeout=0),
    ),
    "class of a policy": refused(
        TypeError, "^max_retries must be .* a RetryPolicy, not type$", max_retries=RetryPolicy
    ),
    "unknown setting": Refusal(
        lambda: client().with_options(retries=1),  # type: ignore[call-arg]
        TypeError,
        "^a client has no setting 'retries'; did you mean 'max_retries'",
    ),
    # headers and queries, of a client and of a call
    **{
        f"{name}: {case}": make(error, f"^{name} {said}", **{name: value})
        for name, make in [("default_headers", refused), ("extra_headers", refused_call)]
        for case, value, error, said in [
            ("no dict", "a: b", TypeError, "must be a dict, not str$"),
            ("value", {"a": 1}, TypeError, "must map text to text or None; 'a' is int$"),
            ("name", {1: "a"}, TypeError, "must map text to text or None; 1 is int$"),
            ("name of bytes", {b"a": "a"}, TypeError, "must map .* None; b'a' is bytes$"),
            ("bad name", {"a b": ""}, ConfigurationError, "holds 'a b', which cannot be the name"),
            ("bad value", {"a": "\n"}, ConfigurationError, "holds a value for 'a' that is not"),
        ]
    },
    **{
        f"{name}: {case}": make(error, f"^{name} {said}", **{name: value})
        for name, make in [("default_query", refused), ("extra_query", refused_call)]
        for case, value, error, said in [
            ("no dict", [("a", "b")], TypeError, "must be a dict, not list$"),
            ("name", {1: "a"}, TypeError, "must map text to values; 1 is int$"),
            ("name of bytes", {b"a": 1}, TypeError, "must map .* lists of them; b'a' holds bytes$"),
            (
                "name that is None",
                {None: 1},
                TypeError,
                "must map text to values; None is NoneType$",
            ),
            ("object", {"a": object()}, TypeError, "must map .* lists of them; 'a' holds object$"),
            ("bytes", {"a": b"b"}, TypeError, "must map .* lists of them; 'a' holds bytes$"),
            ("dict", {"a": {"b": 1}}, TypeError, "must map .* lists of them; 'a' holds dict$"),
            ("set", {"a": {1}}, TypeError, "must map .* lists of them; 'a' holds set$"),
            ("list of lists", {"a": [[1]]}, TypeError, "must map .* of them; 'a' holds list$"),
            ("tuple", {"a": (1, b"b")}, TypeError, "must map .* of them; 'a' holds bytes$"),
            (
                "half a character",
                {"a": "\ud800"},
                ConfigurationError,
                "holds text that is not valid",
            ),
            (
                "half in a list",
                {"a": ["\ud800"]},
                ConfigurationError,
                "holds text that is not valid",
            ),
            ("half in a name", {"\ud800": 1}, ConfigurationError, "holds text that is not valid"),
        ]
    },
    # calls
    "extra_body that is no dict": refused_call(
        TypeError, "^extra_body must be a dict, not list$", extra_body=[]
    ),
    "deadline of none": refused_call(
        ConfigurationError, "^deadline must be more than 0 seconds, not 0$", deadline=0
    ),
    "idle_timeout of text": refused_call(
        TypeError, "^idle_timeout must be a number of seconds, not str$", idle_timeout="5"
    ),
    "unknown argument": refused_call(
        TypeError, "takes no argument 'temprature'; did you mean 'temperature'", temprature=1
    ),
    "messages of text": refused_call(
        TypeError, "^messages must be a list, not str$", messages="Hi"
    ),
    "no model": refused_call(TypeError, "needs the argument 'model'$", model=None),
    "neither model nor messages": refused_call(
        TypeError, "needs the arguments 'model' and 'messages'$", model=None, messages=None
    ),
    "two ids": Refusal(
        retrieving("a", "b"),
        TypeError,
        r"^models.retrieve takes 1 argument by position, not 2$",
    ),
    "model of no text": refused_call(ValueError, "^model must not be empty$", model=""),
    "model of parse by position": Refusal(
        lambda: client().chat.completions.parse("m"),  # type: ignore[call-overload]
        TypeError,
        r"^chat\.completions\.parse takes no arguments by position, not 1;",
    ),
    "id by position and by name": Refusal(
        retrieving("a", model="b"), TypeError, "^models.retrieve was given 'model' twice$"
    ),
    "no id": Refusal(retrieving(), TypeError, "^models.retrieve needs the argument 'model'$"),
    "empty id": Refusal(retrieving(" "), ValueError, "^model must not be empty$"),
    # connections
    "http_client of the wrong kind": refused(
        TypeError,
        r"^http_client must be an httpx\.Client, not httpx\.AsyncClient$",
        http_client=httpx.AsyncClient(),
    ),
    "http_client that is none": refused(
        TypeError,
        r"^http_client must be an httpx\.Client, not .*Text$",
        http_client=Text("https://proxy"),
    ),
    "http_client that is a class": refused(
        TypeError,
        r"^http_client must be an httpx\.Client, not builtins\.type$",
        http_client=httpx.Client,
    ),
    "http_client that was closed": refused(
        ConfigurationError,
        "^http_client is closed$",
        http_client=closed(httpx.Client()),
    ),
    "http_client that was closed, for a copy": Refusal(
        lambda: client().with_options(http_client=closed(httpx.Client())),
        ConfigurationError,
        "^http_client is closed",
    ),
    "http_client that is none, for a copy": Refusal(
        lambda: client().with_options(http_client=Text("https://proxy")),  # type: ignore[arg-type]
        TypeError,
        r"^http_client must be an httpx\.Client, not .*Text$",
    ),
    "http_client of the wrong kind, for a copy": Refusal(
        lambda: client().with_options(http_client=httpx.AsyncClient()),  # type: ignore[arg-type]
        TypeError,
        "^http_client must be an httpx",
    ),
    "client that was closed": Refusal(
        called_after_closing,
        ApertisError,
        "^the client is closed$",
    ),
    "client whose http_client was closed": Refusal(
        called_over_a_client_that_was_closed, ApertisError, "^the client is closed"
    ),
    "asynchronous key": Refusal(
        asynchronous_key,
        TypeError,
        "^api_key must return text; an async function needs AsyncApertis$",
    ),
    "key function that gives no text": Refusal(
        client(api_key=lambda: b"k").models.list, TypeError, "^api_key must be text, or"
    ),
    "key function that gives nothing": Refusal(
        client(api_key=lambda: " ").models.list,
        ConfigurationError,
        "^API key is required",
    ),
    "environment": Refusal(
        wrong_environment, ConfigurationError, "^invalid value in the environment"
    ),
    "deep copy of a client with an http_client": Refusal(
        lambda: copy.deepcopy(client(http_client=httpx.Client())),
        TypeError,
        "a client with an http_client of yours cannot be pickled or deep-copied",
    ),
    "copy of a client with an http_client": Refusal(
        lambda: copy.copy(client(http_client=httpx.Client())),
        TypeError,
        "^a client with an http_client of yours cannot be pickled",
    ),
    "pickle of a client with an http_client": Refusal(
        lambda: pickle.dumps(client(http_client=httpx.Client())),
        TypeError,
        "^a client with an http_client of yours cannot be pickled",
    ),
    "unknown attribute": Refusal(
        lambda: client().files,  # type: ignore[attr-defined]
        AttributeError,
        "^Apertis has no attribute 'files'; it has ",
    ),
    "wait in a synchronous call": Refusal(
        waiting, RuntimeError, "^a synchronous call tried to wait for an event loop$"
    ),
}


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.parametrize("case", REFUSALS)
def test_wrong_arguments_are_refused(case: str) -> None:
    """A wrong argument is refused by name before anything is sent."""
    attempt, error, message = REFUSALS[case]
    with pytest.raises(error, match=message) as caught:
        attempt()

    assert type(caught.value) is error
    assert KEY not in str(caught.value)


@pytest.mark.parametrize("module", MODULES)
def test_every_refusal_has_its_case(module: str) -> None:
    """Every exception that is raised about an argument is asked for above."""
    file = Path(apertis.__file__).parent / f"{module}.py"
    raised = {
        node.lineno
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call)
    }
    reached = {line for case in REFUSALS.values() for line in lines_of(case, file)}

    assert not raised - reached, f"no case of REFUSALS comes to these lines of {file.name}"


def lines_of(case: Refusal, file: Path) -> list[int]:
    """Return the lines of a file that the exception of a case went through."""
    with pytest.raises(case.error) as caught:
        case.attempt()
    return [entry.lineno + 1 for entry in caught.traceback if entry.path == file]


# -- what is taken -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value"),
    [("first_wait", 0), ("first_wait", 0.0), ("highest_wait", 1e9), ("longest_wait", 3600)],
)
def test_waits_that_a_clock_counts_are_taken(name: str, value: float) -> None:
    """Any time from none to what a clock can count is a wait."""
    arguments: dict[str, Any] = {name: value}

    assert getattr(RetryPolicy(**arguments), name) == value


@pytest.mark.parametrize(
    ("query", "sent"),
    [
        ({"a": "b c"}, "a=b+c"),
        ({"a": 1, "b": 2.5}, "a=1&b=2.5"),
        ({"a": True, "b": False}, "a=true&b=false"),
        ({"a": [1, "b"]}, "a=1&a=b"),
        ({"a": (1, 2)}, "a=1&a=2"),
        ({"a": []}, ""),
        ({"ä": "ö"}, "%C3%A4=%C3%B6"),
    ],
    ids=str,
)
def test_queries_that_can_be_sent_are(query: dict[str, Any], sent: str) -> None:
    """Text, numbers, booleans and lists of them are sent as httpx writes them."""
    asked: list[httpx.Request] = []
    http_client = httpx.Client(transport=answering(asked))
    client(http_client=http_client, default_query=query).models.list()
    client(http_client=http_client).models.list(extra_query=query)

    assert [request.url.query.decode() for request in asked] == [sent, sent]


def answering(asked: list[httpx.Request]) -> httpx.MockTransport:
    """Return a transport that answers with an empty list and knows what it was asked."""

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200, json={"object": "list", "data": []})

    return httpx.MockTransport(answer)


# -- the time-out of an http_client --------------------------------------------------------------

OWN = httpx.Timeout(2.0)
OURS = httpx.Timeout(600.0, connect=5.0)


@pytest.mark.parametrize(
    ("http_timeout", "settings", "expected"),
    [
        (OWN, {}, OWN),
        (OWN, {"timeout": 30}, httpx.Timeout(30.0, connect=5.0)),
        (httpx.Timeout(5.0), {}, OURS),
        (httpx.Timeout(5.0, read=7.0), {}, httpx.Timeout(5.0, read=7.0)),
        (None, {}, httpx.Timeout(None)),
    ],
    ids=["its own", "of the client", "of httpx", "its own in part", "none"],
)
@pytest.mark.parametrize("way", ["made", "changed"])
def test_time_out_of_an_http_client(
    way: str, http_timeout: Any, settings: dict[str, Any], expected: httpx.Timeout
) -> None:
    """A time-out that an `http_client` was given counts, unless one is given beside it."""
    asked: list[httpx.Request] = []
    http_client = httpx.Client(transport=answering(asked), timeout=http_timeout)
    if way == "made":
        made = client(http_client=http_client, **settings)
    else:
        made = client().with_options(http_client=http_client, **settings)
    made.models.list()

    assert httpx.Timeout(**asked[0].extensions["timeout"]) == expected


def test_http_client_without_a_time_out_of_its_own() -> None:
    """A copy that gets an `http_client` with the time-outs of httpx keeps those it has."""
    asked: list[httpx.Request] = []
    http_client = httpx.Client(transport=answering(asked))
    client(timeout=30).with_options(http_client=http_client).models.list()

    assert httpx.Timeout(**asked[0].extensions["timeout"]) == httpx.Timeout(30.0, connect=5.0)


# -- subclasses ----------------------------------------------------------------------------------


class Team(Apertis):
    """A client that knows whose it is."""

    shift = "day"

    def __init__(self, team: str, **settings: Any) -> None:
        super().__init__(**settings)
        self.team = team
        self.notes = {"of": [team]}

    def question(self) -> str:
        return f"{self.team}, {self.shift}"


class AsyncTeam(AsyncApertis):
    """An asynchronous client that knows whose it is."""

    shift = "day"

    def __init__(self, team: str, **settings: Any) -> None:
        super().__init__(**settings)
        self.team = team
        self.notes = {"of": [team]}

    def question(self) -> str:
        return f"{self.team}, {self.shift}"


COPIES: dict[str, Callable[[Any], Any]] = {
    "with_options": lambda made: made.with_options(timeout=30),
    "copy": lambda made: made.copy(max_retries=0),
    "copy of a copy": lambda made: made.copy().with_options(),
    "copy.copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "pickle": lambda made: pickle.loads(pickle.dumps(made)),
    "deepcopy of a copy": lambda made: copy.deepcopy(made.copy()),
}


@pytest.mark.parametrize("way", COPIES)
@pytest.mark.parametrize("kind", [Team, AsyncTeam])
def test_subclass_keeps_what_is_its_own(way: str, kind: Any) -> None:
    """A copy of a subclass is one, and has what the subclass and the program have set."""
    made = kind("red", api_key=KEY, base_url=URL)
    made.shift = "night"
    _ = made.chat, made.models  # what is made on first use belongs to one client
    twin = COPIES[way](made)

    assert type(twin) is kind
    assert twin.question() == "red, night"
    assert twin.notes == {"of": ["red"]}
    assert (twin.api_key, twin.base_url) == (KEY, URL)
    assert twin.chat is not made.chat
    assert twin.chat.completions._engine is twin._engine
    assert twin.models._engine is twin._engine
    assert (twin.notes is made.notes) == (
        way in ("with_options", "copy", "copy of a copy", "copy.copy")
    )


class Reporting(Apertis):
    """A client with a resource of its own, which is made on first use."""

    @cached_property
    def reports(self) -> list[Apertis]:
        return [self]


def test_resource_of_a_subclass_belongs_to_one_client() -> None:
    """What a cached property of a subclass has made of one client is made anew for its copy."""
    made = Reporting(api_key=KEY, base_url=URL)
    assert made.reports[0] is made
    twin = made.with_options(timeout=30)

    assert twin.reports[0] is twin


def test_copy_is_a_client_of_its_own() -> None:
    """What is set on a copy is not set on the first, and the other way round."""
    made = Team("red", api_key=KEY, base_url=URL)
    twin = made.with_options()
    twin.team, made.shift = "blue", "night"

    assert (made.team, twin.team) == ("red", "blue")
    assert (made.shift, twin.shift) == ("night", "day")


def test_unread_iterators_are_no_lists() -> None:
    """An asynchronous iterator is no list of messages, and is refused before anything is sent."""

    async def messages() -> AsyncIterator[Any]:
        yield {"role": "user", "content": "Hi"}

    create: Callable[..., Any] = client(
        http_client=httpx.Client(transport=unreachable())
    ).chat.completions.create
    with pytest.raises(
        TypeError, match=r"^messages cannot be written as JSON: it is async_generator"
    ):
        create(model="m", messages=messages())
