"""`apertis._errors.secrets`: what shows no key, and what is left as it is."""

from __future__ import annotations

import contextlib
import errno
import pickle
import traceback
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from apertis._errors.from_response import status_error
from apertis._errors.secrets import beginning_without_keys, hide_keys, without_keys

SECRET = "gw_7Rk2/mQ9 xVb4TzL0c"


class OddError(Exception):
    """Cannot be made again by its constructor."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one)
        self.two = two


def escaped(text: str) -> str:
    return "".join(f"\\u{ord(each):04x}" for each in text)


def request(**more: Any) -> httpx.Request:
    return httpx.Request("POST", "https://x/v1", **{"params": {"api-key": SECRET}, **more})


ERRORS: dict[str, Callable[[str], Exception]] = {
    "httpx": httpx.ReadError,
    "file": lambda secret: OSError(errno.ENOENT, "No such file", secret),
    "attribute": lambda secret: OddError("a", secret),
    "odd": lambda secret: OddError(secret, "b"),
    "group": lambda secret: ExceptionGroup("several", [ValueError(secret)]),
    "status": lambda secret: httpx.HTTPStatusError(
        secret, request=httpx.Request("GET", "https://x"), response=httpx.Response(400)
    ),
    "list": lambda secret: ValueError([{"at": (secret, 1)}]),
}


@pytest.mark.parametrize("name", ERRORS)
@pytest.mark.parametrize("link", ["itself", "cause", "context"])
def test_a_cause_shows_no_key_and_is_not_changed(name: str, link: str) -> None:
    """An exception that shows a key is replaced by a copy, with whatever led to it."""
    guilty = ERRORS[name](SECRET)
    error: Exception = guilty if link == "itself" else httpx.ConnectError("failed")
    if link == "cause":
        error.__cause__ = guilty
    elif link == "context":
        error.__context__ = guilty
    before = repr(guilty), guilty.args, dict(vars(guilty))
    hidden = hide_keys(error, request())

    assert hidden is not error
    assert SECRET not in "".join(traceback.format_exception(hidden))
    assert SECRET in "".join(traceback.format_exception(error)) or name == "attribute"
    assert before == (repr(guilty), guilty.args, vars(guilty))
    assert type(hidden) is type(error)


@pytest.mark.parametrize("name", ERRORS)
def test_a_cause_without_a_key_is_kept(name: str) -> None:
    """What shows no key is the cause itself, and no copy."""
    error = ERRORS[name]("nothing of the kind")
    error.__context__ = ERRORS[name]("nor here")

    assert hide_keys(error, request()) is error


def test_causes_in_a_circle_end() -> None:
    """Exceptions that are each other's cause are gone through once."""
    first, second = ValueError(SECRET), ValueError("second")
    first.__cause__, second.__cause__ = second, first

    hidden = hide_keys(first, request())

    assert SECRET not in "".join(traceback.format_exception(hidden))
    assert second.__cause__ is first


def test_a_key_is_hidden_inside_the_handler_too() -> None:
    """What is being handled is treated where it is the exception in question itself."""
    hidden = error = httpx.ReadError(SECRET)
    with contextlib.suppress(httpx.ReadError):
        try:
            raise error
        finally:
            hidden = hide_keys(error, request())

    assert str(hidden) == "[key]"


def test_what_the_caller_handles_is_left_alone() -> None:
    """The chain is followed down to the exception that was being handled, and no further."""
    mine = KeyError(SECRET)
    mine.__context__ = ValueError(SECRET)
    try:
        raise mine
    except KeyError:
        error = httpx.ReadError(SECRET)
        error.__context__ = mine
        hidden = hide_keys(error, request())

    assert hidden.__context__ is mine
    assert mine.args == (SECRET,)
    assert str(hidden) == "[key]"


@pytest.mark.parametrize(
    "url",
    [
        "https://x/v1?api-key=gw_7Rk2%2FmQ9%20xVb4TzL0c",
        "https://x/v1?a=1&token=gw_7Rk2/mQ9+xVb4TzL0c&b=2",
        "https://x/v1?gw_7Rk2/mQ9+xVb4TzL0c",
    ],
)
def test_values_of_the_query_are_secrets(url: str) -> None:
    """A value of the query is hidden as it was sent, and decoded, and encoded in full."""
    sent = httpx.Request("POST", url, content=b"{}")
    answer = httpx.Response(401, request=sent)
    shown = [sent.url.query.decode(), SECRET, "gw_7Rk2%2FmQ9%20xVb4TzL0c"]
    body = {"error": {"message": f"refused: {sent.url}", "code": shown, "param": SECRET}}
    error = status_error(answer, httpx.Response(401, json=body).content)
    pickled = pickle.dumps(error)

    assert "gw_7Rk2" not in f"{error} {error.body} {error.code} {error.param}"
    assert b"gw_7Rk2" not in pickled
    assert pickle.loads(pickled).request.url == "https://x/v1"


def test_short_values_of_the_query_are_no_secrets() -> None:
    """A short value is part of other words."""
    answer = httpx.Response(401, request=request(params={"a": "error", "b": ""}))

    assert without_keys("an error", answer) == "an error"


@pytest.mark.parametrize(
    ("key", "part"), [(SECRET, "gw_"), (escaped(SECRET), "u0067"), ("sk-" + "x" * 40, "x")]
)
def test_a_long_text_is_cut_between_keys(key: str, part: str) -> None:
    """Of a long text the beginning is kept, without keys and without the part of one at its end."""
    answer = httpx.Response(200, request=request())
    for before in range(len(key) + 1):
        text = ". " * 130_000 + "." * before + f" {key}" * 10_000
        shown = beginning_without_keys(text, answer)

        assert part not in shown
        assert 250_000 < len(shown) < 300_000
        assert text.startswith(shown.split("[")[0])


def test_a_text_that_was_cut_within_a_secret() -> None:
    """What came of a secret before the connection was lost does not show, unless it is short."""
    answer = httpx.Response(401, request=request())
    for size in range(8, len(SECRET) + 1):
        assert str(status_error(answer, f'{{"error": "bad {SECRET[:size]}'.encode())).startswith(
            '{"error": "bad [key] (status 401'
        )


def test_the_beginning_of_much() -> None:
    """Of long lists and objects, and of all there is, the beginning is kept."""
    answer = httpx.Response(200, request=request())
    many = {"long": [1] * 10_000, "wide": dict.fromkeys(map(str, range(10_000))), "end": "the end"}
    deep = [[["x" * 1_000] * 1_000] * 1_000] * 1_000
    kept = beginning_without_keys(many, answer)
    short = without_keys({"error": {"message": f"bad {SECRET}"}, "l": [*"abc"]}, answer)

    assert (len(kept["long"]), len(kept["wide"]), kept["end"]) == (1_000, 1_000, "the end")
    assert len(str(beginning_without_keys(deep, answer))) < 2 * 2**20
    assert beginning_without_keys(short, answer) == short


@pytest.mark.parametrize(
    "written",
    [SECRET.replace("/", "\\/"), SECRET.replace("/", "\\u002F"), SECRET.replace("Q", "\\u0051")],
    ids=["PHP", "Go", "any character"],
)
def test_a_secret_that_json_escapes(written: str) -> None:
    """The body of a response that is stored with an error hides escaped secrets, too."""
    content = f'{{"error": {{"message": "bad key {written}\\n"}}}}'.encode()
    answer = httpx.Response(401, request=request(), content=content)
    pickled = pickle.dumps(status_error(answer, content))

    assert b"xVb4TzL0c" not in pickled
    assert pickle.loads(pickled).response.json() == {"error": {"message": "bad key [key]\n"}}
