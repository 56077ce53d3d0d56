"""`apertis._core.settings`: what a client is told, checked at once."""

from __future__ import annotations

import platform
import re
from collections import OrderedDict
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from apertis import Apertis, ApertisError, AsyncApertis, ConfigurationError, RetryPolicy
from apertis import __version__ as version
from apertis._core.checks import Timeouts
from apertis._core.settings import USER_AGENT, Settings, check_base_url, check_key

KEY = "sk-live-0123456789abcdef"
BASE_URL = "https://api.apertis.ai/v1"


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("APERTIS_API_KEY", "APERTIS_BASE_URL", "APERTIS_API_BASE"):
        monkeypatch.delenv(name, raising=False)


def checked(**given_settings: Any) -> Settings:
    defaults: dict[str, Any] = {
        "api_key": KEY,
        "base_url": None,
        "timeout": None,
        "max_retries": 2,
        "default_headers": None,
        "default_query": None,
    }
    return Settings.check(**{**defaults, **given_settings})


def every_line_of(error: BaseException) -> str:
    """Return all that a traceback would print of an error and those behind it."""
    text = ""
    link: BaseException | None = error
    while link is not None:
        text += f"{link!r} {link}"
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return text


# Where settings come from


def test_the_defaults_are_those_of_the_documentation() -> None:
    """A key is all that a client needs to be told."""
    settings = checked()

    assert settings.api_key == KEY
    assert settings.base_url == BASE_URL
    assert settings.timeout == Timeouts(5.0, 600.0, 600.0, 600.0)
    assert settings.max_retries.max_retries == 2
    assert (settings.default_headers, settings.default_query) == ({}, {})


@pytest.mark.parametrize(
    ("argument", "environment", "expected"),
    [
        (None, {"APERTIS_API_KEY": "from-environment"}, "from-environment"),
        ("argument", {"APERTIS_API_KEY": "from-environment"}, "argument"),
        (None, {"APERTIS_API_KEY": " from-environment\n"}, "from-environment"),
    ],
)
def test_a_key_is_the_argument_or_the_environments(
    monkeypatch: pytest.MonkeyPatch,
    argument: str | None,
    environment: dict[str, str],
    expected: str,
) -> None:
    """The key is the argument, then ``APERTIS_API_KEY``."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert checked(api_key=argument).api_key == expected
    assert Apertis(api_key=argument).api_key == expected
    assert AsyncApertis(api_key=argument).api_key == expected


@pytest.mark.parametrize(
    ("argument", "environment", "expected"),
    [
        (None, {}, BASE_URL),
        (None, {"APERTIS_BASE_URL": "https://a/v1"}, "https://a/v1"),
        (None, {"APERTIS_API_BASE": "https://b/v1"}, "https://b/v1"),
        (
            None,
            {"APERTIS_BASE_URL": "https://a/v1", "APERTIS_API_BASE": "https://b/v1"},
            "https://a/v1",
        ),
        (None, {"APERTIS_BASE_URL": "", "APERTIS_API_BASE": "https://b/v1"}, "https://b/v1"),
        (None, {"APERTIS_BASE_URL": "", "APERTIS_API_BASE": ""}, BASE_URL),
        ("https://c/v1", {"APERTIS_BASE_URL": "https://a/v1"}, "https://c/v1"),
        ("https://c/v1", {"APERTIS_BASE_URL": "no URL"}, "https://c/v1"),
        (None, {"APERTIS_BASE_URL": "https://a/v1/"}, "https://a/v1"),
    ],
)
def test_a_base_url_is_the_argument_or_the_environments(
    monkeypatch: pytest.MonkeyPatch,
    argument: str | None,
    environment: dict[str, str],
    expected: str,
) -> None:
    """The base URL is the argument, ``APERTIS_BASE_URL``, ``APERTIS_API_BASE``, the default."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert checked(base_url=argument).base_url == expected
    assert Apertis(api_key=KEY, base_url=argument).base_url == expected
    assert AsyncApertis(api_key=KEY, base_url=argument).base_url == expected


@pytest.mark.parametrize("name", ["APERTIS_BASE_URL", "APERTIS_API_BASE"])
@pytest.mark.parametrize(
    "url", ["localhost:8080", "http://a:b@host", "http://host?a=b", "http://["]
)
def test_a_base_url_of_the_environment_that_is_wrong(
    monkeypatch: pytest.MonkeyPatch, name: str, url: str
) -> None:
    """What is wrong with a base URL of the environment is said of the variable."""
    monkeypatch.setenv(name, url)

    with pytest.raises(ConfigurationError, match=f"^{name} "):
        Apertis(api_key=KEY)


# The key


@pytest.mark.parametrize("key", [None, "", "  ", "\n"], ids=repr)
@pytest.mark.parametrize("client", [Apertis, AsyncApertis])
def test_a_client_without_a_key_is_refused(client: Any, key: str | None) -> None:
    """Without a key there is an error that says where to get one and where to put it."""
    with pytest.raises(ApertisError, match="API key is required") as caught:
        client(api_key=key)

    assert isinstance(caught.value, ValueError)
    for part in ("api_key=", "APERTIS_API_KEY", "https://apertis.ai"):
        assert part in str(caught.value)


@pytest.mark.parametrize("key", [f" {KEY}", f"{KEY}\n", f"\t{KEY} \r\n", f"\u00a0{KEY}"], ids=repr)
def test_white_space_around_a_key_is_taken_off(key: str) -> None:
    """A key that was read with its line ending is the key."""
    assert checked(api_key=key).api_key == KEY


@pytest.mark.parametrize(
    "key",
    [
        f"{KEY}\n{KEY}",
        f"{KEY}\r{KEY}",
        f"{KEY}\t{KEY}",
        f"{KEY}\x00",
        f"{KEY}\x1f{KEY}",
        f"{KEY}\x7f",
        f"{KEY}\u200b",
        f"{KEY}é",
        f"“{KEY}”",
        "ключ",
    ],
    ids=repr,
)
def test_a_key_that_no_header_carries_is_refused(key: str) -> None:
    """A key with a line break or a character beyond ASCII inside is refused, and not shown."""
    with pytest.raises(ConfigurationError, match="api_key must be printable ASCII") as caught:
        checked(api_key=key)

    assert KEY not in every_line_of(caught.value)
    assert "ключ" not in every_line_of(caught.value)


def test_a_function_is_asked_later() -> None:
    """A function that gives the key is not called before the first attempt."""

    def never() -> str:
        raise AssertionError

    assert checked(api_key=never).api_key is never


@given(st.text())
def test_any_text_is_a_key_or_refused(key: str) -> None:
    """Every key that is accepted can stand in a header; every other one is refused unseen."""
    try:
        accepted = check_key(key)
    except ConfigurationError as error:
        assert len(key) < 8 or key not in str(error)  # noqa: PT017  either end is right
    else:
        assert accepted == key.strip()
        httpx.Headers({"authorization": accepted})
        assert re.fullmatch("[ -~]+", accepted)


SECRETIVE: dict[str, dict[str, Any]] = {
    "key as the base URL": {"base_url": KEY},
    "key in the query of the base URL": {"base_url": f"https://x/v1?api_key={KEY}"},
    "key in the fragment of the base URL": {"base_url": f"https://x/v1#{KEY}"},
    "key as a user name": {"base_url": f"https://{KEY}@x/v1"},
    "key as a password": {"base_url": f"https://user:{KEY}@x/v1"},
    "key as a port": {"base_url": f"https://x:{KEY}/v1"},
    "key before what no host has": {"base_url": f"https://user:{KEY}℀@x/v1"},
    "key in a header that is no text": {"default_headers": {"x-api-key": [KEY]}},
    "key in a header with a line break": {"default_headers": {"x-api-key": f"{KEY}\n"}},
    "key in the name of a header": {"default_headers": {f"Authorization: Bearer {KEY}": ""}},
    "key as the headers": {"default_headers": f"Bearer {KEY}"},
    "key as the query": {"default_query": KEY},
    "key as the retries": {"max_retries": KEY},
    "key as the time-out": {"timeout": KEY},
    "key among other arguments": {"max_retries": -1},
    "key as the name of a number": {"default_headers": {KEY: 7}},
    "key as a name of bytes": {"default_headers": {KEY.encode(): "x"}},
    "key as the name of a line break": {"default_headers": {KEY: "\n"}},
    "key in a name with a colon": {"default_headers": {f"{KEY}:": ""}},
    "key as the name of an object": {"default_query": {KEY: object()}},
    "key as a name of bytes in the query": {"default_query": {KEY.encode(): "x"}},
    "key as the name of half a character": {"default_query": {KEY: "\ud800"}},
}


@pytest.mark.parametrize("settings", SECRETIVE.values(), ids=SECRETIVE.keys())
def test_no_refusal_shows_a_key(settings: dict[str, Any]) -> None:
    """However a key got into the wrong place, no message shows it."""
    with pytest.raises((TypeError, ConfigurationError)) as caught:
        checked(**settings)

    assert KEY not in every_line_of(caught.value)


def test_no_repr_shows_a_key() -> None:
    """Clients and settings print without the key."""
    secret: dict[str, Any] = {
        "api_key": KEY,
        "default_headers": {"x-api-key": KEY},
        "default_query": {"key": KEY},
    }
    clients: list[Any] = [Apertis(**secret), AsyncApertis(**secret)]
    things = [checked(**secret), *clients, *(client.chat for client in clients)]
    things += [client.chat.completions for client in clients]

    assert KEY not in repr(things) + str(things) + f"{things}"
    assert repr(clients[0]) == f"Apertis(base_url='{BASE_URL}')"
    assert repr(clients[1]) == f"AsyncApertis(base_url='{BASE_URL}')"


# The base URL


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://api.apertis.ai/v1", BASE_URL),
        ("https://api.apertis.ai/v1/", BASE_URL),
        ("https://api.apertis.ai/v1//", BASE_URL),
        ("https://api.apertis.ai", BASE_URL),
        ("https://api.apertis.ai/", BASE_URL),
        ("https://api.apertis.ai/v1/chat/completions", BASE_URL),
        ("https://api.apertis.ai/v1/chat/completions/", BASE_URL),
        ("https://api.apertis.ai/chat/completions", BASE_URL),
        ("  https://api.apertis.ai/v1\n", BASE_URL),
        ("HTTPS://api.apertis.ai/v1", BASE_URL),
        ("https://API.Apertis.AI", "https://API.Apertis.AI/v1"),
        ("https://api.apertis.ai:443", "https://api.apertis.ai:443/v1"),
        ("http://api.apertis.ai/v1", "http://api.apertis.ai/v1"),
        ("https://api.apertis.ai/v2", "https://api.apertis.ai/v2"),
        ("http://localhost:8080", "http://localhost:8080"),
        ("http://localhost:8080/", "http://localhost:8080"),
        ("http://localhost:8080/v1/", "http://localhost:8080/v1"),
        ("http://127.0.0.1:8080/v1/chat/completions", "http://127.0.0.1:8080/v1"),
        ("http://[::1]:8080/v1", "http://[::1]:8080/v1"),
        ("https://gateway.example/team%20a/v1", "https://gateway.example/team%20a/v1"),
        ("https://gateway.example/a/b/chat/completions", "https://gateway.example/a/b"),
        ("https://gateway.example/chat/completions", "https://gateway.example"),
        (
            "https://gateway.example/chat/completions/v1",
            "https://gateway.example/chat/completions/v1",
        ),
        ("https://gateway.example/v1?", "https://gateway.example/v1"),
        ("https://gateway.example/v1#", "https://gateway.example/v1"),
    ],
)
def test_spellings_of_a_base_url(url: str, expected: str) -> None:
    """Every spelling of the base URL that people paste works."""
    assert checked(base_url=url).base_url == expected


@given(st.text() | st.text().map(lambda tail: f"https://api.apertis.ai{tail}"))
def test_any_text_is_a_base_url_or_refused(url: str) -> None:
    """No text makes the check fail in another way, and what it accepts it accepts again."""
    try:
        accepted = check_base_url(url)
    except ConfigurationError:
        return

    assert check_base_url(accepted) == accepted
    assert not accepted.endswith("/")


# Time-outs


@pytest.mark.parametrize(
    ("timeout", "expected"),
    [
        (30, httpx.Timeout(30.0, connect=5.0)),
        (30.5, httpx.Timeout(30.5, connect=5.0)),
        (2, httpx.Timeout(2.0)),
        (0.001, httpx.Timeout(0.001)),
        (httpx.Timeout(9.0), httpx.Timeout(9.0)),
        (httpx.Timeout(None), httpx.Timeout(None)),
        (httpx.Timeout(9.0, connect=None), httpx.Timeout(9.0, connect=None)),
    ],
    ids=repr,
)
def test_a_time_out_counts_for_silence(timeout: Any, expected: httpx.Timeout) -> None:
    """A number is the silence allowed, connecting never gets more than 5 s; httpx's own is kept."""
    assert checked(timeout=timeout).timeout._asdict() == expected.as_dict()


# Retries


@pytest.mark.parametrize("retries", [0, 1, 100])
def test_a_number_of_retries_is_a_policy(retries: int) -> None:
    """`max_retries` is how often a call is repeated, by the policy that every client has."""
    assert checked(max_retries=retries).max_retries.max_retries == retries


def test_a_policy_is_taken_as_it_is() -> None:
    """A policy may be given instead of a number."""
    policy = RetryPolicy(7)

    assert checked(max_retries=policy).max_retries is policy


# Headers and query


def test_headers_and_query_are_the_clients_own() -> None:
    """What was given is copied: a later change to it does not change the client."""
    headers: dict[str, str | None] = OrderedDict({"X-Team": "a", "User-Agent": None})
    query = OrderedDict({"team": "a"})
    settings = checked(default_headers=headers, default_query=query)
    headers["X-Team"] = "b"
    query["team"] = "b"

    assert settings.default_headers == {"x-team": "a", "user-agent": None}
    assert settings.default_query == {"team": "a"}


@pytest.mark.parametrize("value", ["a\nb", "a\r\nX-Evil: b", "é", "a\x00", "\x7f"], ids=repr)
def test_a_header_that_no_request_carries_is_refused(value: str) -> None:
    """A value that would break the request, or is not ASCII, is refused and not shown."""
    with pytest.raises(ConfigurationError, match="not printable ASCII on one line") as caught:
        checked(default_headers={"X-Name": value})

    assert "'X-Name'" in str(caught.value)
    assert value not in str(caught.value)


@pytest.mark.parametrize("value", ["", "a b", "a\tb", "~!", " a "], ids=repr)
def test_a_header_that_requests_carry_is_taken(value: str) -> None:
    """Printable text, spaces and tabs are fine; space around it is no part of it."""
    assert checked(default_headers={"X-Name": value}).default_headers == {"x-name": value.strip()}


def test_a_wrong_environment_is_refused_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the environment says is checked like an argument."""
    monkeypatch.setenv("APERTIS_BASE_URL", "api.apertis.ai")

    with pytest.raises(ConfigurationError, match=r"^APERTIS_BASE_URL must begin with"):
        checked()


# Changes


def test_changed_settings_are_new_ones() -> None:
    """Settings change into new ones; what is left out or None stays as it was."""
    before = checked(default_headers={"a": "1"}, default_query={"b": "2"}, max_retries=5)
    after = before.change(
        api_key=None, base_url="https://x/v1/", timeout=None, max_retries=0, default_headers={}
    )

    assert before == checked(
        default_headers={"a": "1"}, default_query={"b": "2"}, max_retries=before.max_retries
    )
    assert after.api_key == KEY
    assert after.base_url == "https://x/v1"
    assert after.timeout == before.timeout
    assert after.max_retries.max_retries == 0
    assert after.default_headers == {}
    assert after.default_query == {"b": "2"}


def test_the_environment_does_not_change_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy with some settings changed does not look at the environment again."""
    before = checked()
    monkeypatch.setenv("APERTIS_API_KEY", "other")
    monkeypatch.setenv("APERTIS_BASE_URL", "https://other/v1")

    assert before.change(max_retries=1).api_key == KEY
    assert before.change(max_retries=1).base_url == BASE_URL


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        ({"timeout": 0}, ConfigurationError, "timeout must be more than 0 seconds"),
        ({"max_retries": -1}, ConfigurationError, "max_retries must be 0 or more"),
        ({"api_key": ""}, ConfigurationError, "API key is required"),
        ({"base_url": "x"}, ConfigurationError, "base_url must begin with"),
        ({"default_headers": []}, TypeError, "default_headers must be a dict, not list"),
        ({"default_query": 1}, TypeError, "default_query must be a dict, not int"),
        ({"retries": 1}, TypeError, "a client has no setting 'retries'"),
        ({"b": 1, "a": 2}, TypeError, "a client has no setting 'a' and 'b'"),
        ({"organization": "o"}, TypeError, "no setting 'organization'; it has .* http_client$"),
        ({"api_base": "u"}, TypeError, "no setting 'api_base'; did you mean 'base_url'"),
        ({"token": "k"}, TypeError, "no setting 'token'; did you mean 'api_key'"),
        ({"proxy": "u"}, TypeError, "no setting 'proxy'; pass an http_client that has it"),
        ({"api_key": "Bearer sk-1"}, ConfigurationError, "key alone, without 'Bearer'$"),
    ],
)
def test_changes_are_checked_alike(
    change: dict[str, Any], error: type[Exception], message: str
) -> None:
    """A change is refused as the setting itself would be, and one that is none by its name."""
    with pytest.raises(error, match=message):
        checked().change(**change)
    with pytest.raises(error, match=message):
        Apertis(api_key=KEY).with_options(**change)
    with pytest.raises(error, match=message):
        AsyncApertis(api_key=KEY).copy(**change)


# Clients


@pytest.mark.parametrize("name", ["timeout", "max_retries", "api_key", "default_headers"])
def test_a_setting_that_is_assigned(name: str) -> None:
    """Assigning a setting, which would change nothing, says what to write."""
    for client in (Apertis(api_key=KEY), AsyncApertis(api_key=KEY)):
        with pytest.raises(AttributeError, match=rf"^{name} .* client\.with_options\({name}="):
            setattr(client, name, 5)
        client.label = "mine"  # type: ignore[union-attr]


def test_an_attribute_of_a_subclass() -> None:
    """A subclass may have an attribute with the name of a setting."""

    class Named(Apertis):
        def __init__(self) -> None:
            super().__init__(api_key=KEY)
            self.timeout = 5

    assert Named().with_options(max_retries=0).timeout == 5


def test_settings_are_keywords() -> None:
    """A key that is given by position is refused, before it can be taken for something else."""
    with pytest.raises(TypeError, match="by position"):
        Apertis(KEY)  # type: ignore[call-arg, arg-type]


def test_the_user_agent_says_who_sends() -> None:
    """The built-in user agent has our name and version, and that of Python."""
    assert f"apertis-python/{version} (Python {platform.python_version()})" == USER_AGENT


def test_the_limit_of_a_body() -> None:
    """A body may have 256 MiB unless the client says otherwise; None is no limit in a copy, too."""
    settings = checked()

    assert settings.max_response_bytes == 2**28
    assert settings.change(max_response_bytes=1).max_response_bytes == 1
    assert settings.change(max_response_bytes=None).max_response_bytes is None
    assert settings.change(max_response_bytes=7).change(timeout=1).max_response_bytes == 7


def test_the_limit_of_headers() -> None:
    """The headers may have 100 KiB unless the client says otherwise; None is no limit."""
    settings = checked()

    assert settings.max_header_bytes == 100 * 2**10
    assert settings.change(max_header_bytes=None).change(timeout=1).max_header_bytes is None


def test_the_limit_of_an_event() -> None:
    """An event may have 64 MiB unless the client says otherwise; None is no limit."""
    settings = checked()

    assert settings.max_event_bytes == 2**26
    assert settings.change(max_event_bytes=None).change(timeout=1).max_event_bytes is None


def test_a_stream_must_say_why_it_stopped_unless_told() -> None:
    """The setting is a bool, True by default; a copy keeps it."""
    settings = checked(require_finish_reason=False)

    assert checked().require_finish_reason
    assert not settings.change(timeout=1).require_finish_reason
    assert settings.change(require_finish_reason=True).require_finish_reason
    with pytest.raises(TypeError, match="require_finish_reason must be True or False, not int"):
        checked(require_finish_reason=0)
