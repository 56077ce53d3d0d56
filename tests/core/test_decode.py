"""`apertis._core.open_response` and `apertis_client._runtime.response`.

From a 2xx answer to what was promised.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apertis import APIResponseValidationError, RateLimit
from apertis._core.open_response import decode_response
from apertis_client._runtime.operation import Operation
from apertis_client._runtime.response import ResponseModel, header_time
from apertis_client.api.chat import create_chat_completion
from apertis_client.api.models import list_models, retrieve_model
from apertis_client.models import ChatCompletion, Model, ModelList
from tests.http_messages import request_to, response_of

pytestmark = pytest.mark.each_json_library

CREATE = create_chat_completion.OPERATION


def answered(
    content: bytes | str | dict[str, Any],
    headers: dict[str, str] | None = None,
    *,
    of: Operation[Any] = CREATE,
    status: int = 200,
) -> Any:
    if isinstance(content, dict):
        content = json.dumps(content)
    if isinstance(content, str):
        content = content.encode()
    request = request_to("https://host/v1/chat/completions")
    response = response_of(status, headers, content, request)
    return decode_response(of, response, content)


def refused(content: bytes | str | dict[str, Any], **more: Any) -> APIResponseValidationError:
    with pytest.raises(APIResponseValidationError) as caught:
        answered(content, **more)
    return caught.value


def test_a_completion_is_a_completion() -> None:
    """An answer is the model of its operation, with all that it holds."""
    body = {"id": "1", "choices": [{"message": {"content": "Hello"}}], "new": {"a": 1}}
    answer = answered(body)

    assert type(answer) is ChatCompletion
    assert answer.to_dict() == body
    assert answer.choices[0].message.content == "Hello"


@pytest.mark.parametrize(
    ("operation", "body", "model"),
    [
        (CREATE, {"choices": []}, ChatCompletion),
        (CREATE, {"choices": None}, ChatCompletion),
        (list_models.OPERATION, {"data": []}, ModelList),
        (list_models.OPERATION, {"data": None}, ModelList),
        (retrieve_model.OPERATION, {"id": "m"}, Model),
    ],
)
def test_the_least_that_is_promised_is_enough(
    operation: Operation[Any], body: dict[str, Any], model: type[ResponseModel]
) -> None:
    """What the spec requires is enough, even as null: upstreams leave out much."""
    assert type(answered(body, of=operation)) is model


@pytest.mark.parametrize("status", [200, 201, 202, 203, 206])
def test_any_success_is_one(status: int) -> None:
    """An answer counts by its content, whichever success its status is."""
    assert answered({"choices": []}, status=status).choices == []


REFUSED: dict[str, tuple[bytes | str, Any, str]] = {
    "empty": (b"", None, "expected ChatCompletion, got an empty body"),
    "a page": (
        "<html>Hi</html>",
        "<html>Hi</html>",
        "expected ChatCompletion, got text that is not JSON: '<html>Hi</html>'",
    ),
    "blank lines": (
        "\n\n  \n",
        "\n\n  \n",
        "expected ChatCompletion, got text that is not JSON: ''",
    ),
    "lists without end": (
        "[" * 100_000,
        "[" * 100_000,
        f"expected ChatCompletion, got text that is not JSON: '{'[' * 80}'",
    ),
    "text": ("OK", "OK", "expected ChatCompletion, got text that is not JSON: 'OK'"),
    "invalid JSON": (
        '{"choices": [',
        '{"choices": [',
        "expected ChatCompletion, got text that is not JSON: '{\"choices\": ['",
    ),
    "no UTF-8": (
        b"\xff\xfd",
        r"\xff\xfd",
        r"expected ChatCompletion, got text that is not JSON: '\\xff\\xfd'",
    ),
    "an event stream": (
        b'data: {"choices": []}\n\ndata: [DONE]\n\n',
        {"choices": []},
        "expected ChatCompletion, got an event stream",
    ),
    "JSON behind comments": (
        b': wait\n\n{"choices": []}',
        {"choices": []},
        "expected ChatCompletion, got an event stream",
    ),
    "a list": ("[1]", [1], "expected ChatCompletion, got JSON that is not an object (list)"),
    "an empty list": ("[]", [], "expected ChatCompletion, got JSON that is not an object (list)"),
    "a number": ("7", 7, "expected ChatCompletion, got JSON that is not an object (int)"),
    "true": ("true", True, "expected ChatCompletion, got JSON that is not an object (bool)"),
    "an empty object": ("{}", {}, "expected ChatCompletion, got an object with the members []"),
    "another object": (
        '{"ok": true, "id": 1}',
        {"ok": True, "id": 1},
        "expected ChatCompletion, got an object with the members ['id', 'ok']",
    ),
    "an error": (
        '{"error": {"message": "no such model", "code": "c", "type": "t"}}',
        {"error": {"message": "no such model", "code": "c", "type": "t"}},
        "no such model",
    ),
    "an error as text": ('{"error": "no"}', {"error": "no"}, "no"),
    "an error beside choices": (
        '{"error": {"message": "cut off"}, "choices": []}',
        {"error": {"message": "cut off"}, "choices": []},
        "cut off",
    ),
    "a message": ('{"message": "no route"}', {"message": "no route"}, "no route"),
    "a detail": ('{"detail": "no route"}', {"detail": "no route"}, "no route"),
    "an error with a code alone": (
        '{"error": {"code": 7}, "choices": []}',
        {"error": {"code": 7}, "choices": []},
        "expected ChatCompletion, got an object with the members ['choices', 'error']",
    ),
    "a success": (
        '{"code": 0, "msg": "success", "data": null}',
        {"code": 0, "msg": "success", "data": None},
        "expected ChatCompletion, got an object with the members ['code', 'data', 'msg']",
    ),
    "a list of errors": ('[{"error": {"message": "no"}}]', [{"error": {"message": "no"}}], "no"),
}


@pytest.mark.parametrize(("content", "body", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_what_was_not_promised_is_an_error(content: bytes | str, body: Any, message: str) -> None:
    """A 200 that is not what was promised is an exception with the status and the body."""
    error = refused(content)

    assert error.message == message
    assert error.body == body
    assert error.status_code == 200
    assert error.response.status_code == 200
    assert error.request is not None


def test_an_error_says_what_it_carries() -> None:
    """An error in a 200 has code and type like any other, and the id of the request."""
    error = refused(
        {"error": {"message": "no", "code": "c", "type": "t", "param": "p"}},
        headers={"x-request-id": "r"},
    )

    assert (error.code, error.type, error.param, error.request_id) == ("c", "t", "p", "r")
    assert str(error) == "no (code c, request id r)"


@pytest.mark.parametrize(
    "error",
    [None, "", {}, [], False, {"message": "", "type": "", "param": "", "code": None}],
    ids=repr,
)
def test_an_error_without_content_is_none(error: Any) -> None:
    """An `error` whose fields are all empty is no error, and is kept like any other member."""
    answer = answered({"error": error, "choices": []})

    assert answer.to_dict() == {"error": error, "choices": []}


@pytest.mark.parametrize("operation", [CREATE, list_models.OPERATION, retrieve_model.OPERATION])
@pytest.mark.parametrize("content", ["", "<html>", "{}", "[]", "null", '"x"', '{"error": "e"}'])
def test_no_operation_takes_what_it_did_not_promise(
    operation: Operation[Any], content: str
) -> None:
    """The same holds for every operation."""
    assert refused(content, of=operation).body in (None, "<html>", {}, [], "x", {"error": "e"})


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_json_may_begin_with_a_byte_order_mark(bom: bytes) -> None:
    """A byte order mark before the JSON is no part of it."""
    assert answered(bom + b' {"choices": []}\r\n').choices == []


def test_a_long_page_is_cut_in_the_message() -> None:
    """The message shows the beginning of what came instead; the body has all of it."""
    page = "<html>" + "x" * 10_000
    error = refused(page)

    assert len(error.message) < 200
    assert error.body == page


@pytest.mark.parametrize("depth", [100, 600, 5000, 100_000])
@pytest.mark.parametrize(
    ("opening", "closing"), [("[", "]"), ('{"a":', "}")], ids=["list", "object"]
)
def test_json_nested_too_deeply_is_an_answer_or_an_error_of_ours(
    depth: int, opening: str, closing: str
) -> None:
    """However deeply an answer is nested, it is read, or refused like any other."""
    deep = opening * depth + "1" + closing * depth
    try:
        answer = answered('{"choices": [], "id": "1", "deep": ' + deep + "}")
    except APIResponseValidationError as error:
        assert error.status_code == 200  # noqa: PT017  either end is right
    else:
        assert answer.id == "1"


@pytest.mark.parametrize("depth", [100, 600, 5000])
def test_declared_members_nested_too_deeply_are_no_recursion(depth: int) -> None:
    """The same holds where a member that the spec knows is nested."""
    deep = '{"a":' * depth + "1" + "}" * depth
    try:
        answer = answered('{"id": "1", "choices": [{"message": {"content": ' + deep + "}}]}")
    except APIResponseValidationError as error:
        assert error.status_code == 200  # noqa: PT017  either end is right
    else:
        assert answer.id == "1"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["error", "choices", "message", "code", "data", "x"]), inner
        )
    ),
    max_leaves=8,
)


@given(JSON.map(lambda value: json.dumps(value).encode()) | st.binary())
def test_any_body_is_an_answer_or_an_error(content: bytes) -> None:
    """No body of a 200 ends in anything but a model or our error."""
    for operation in (CREATE, list_models.OPERATION, retrieve_model.OPERATION):
        try:
            assert type(answered(content, of=operation)) is operation.response
        except APIResponseValidationError as error:
            assert error.message  # noqa: PT017  either end is right


# What the headers say


@pytest.mark.parametrize(
    ("value", "used"),
    [("true", True), ("True", True), (" TRUE ", True), ("false", False), ("", False), ("1", False)],
)
def test_a_fallback_is_used_or_not(value: str, used: bool) -> None:
    """``X-Fallback-Used`` says "true" in any case, or the model asked for has answered."""
    assert answered({"choices": []}, {"x-fallback-used": value}).fallback.used is used


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("60", 60),
        ("0", 0),
        (" 60 ", 60),
        ("", None),
        ("many", None),
        ("1.5", None),
        ("nan", None),
        ("60, 60;w=60", None),
        ("9" * 5000, None),
    ],
)
def test_a_malformed_rate_limit_is_none(value: str, number: int | None) -> None:
    """What is no number reads as None."""
    answer = answered({"choices": []}, {"x-ratelimit-limit": value, "x-ratelimit-remaining": value})

    assert answer.rate_limit == RateLimit(number, number, None)


MOMENT = datetime(2015, 10, 21, 7, 28, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("1445412480", MOMENT),
        ("1445412480.0", MOMENT),
        (" 1445412480 ", MOMENT),
        ("1445412480.5", MOMENT.replace(microsecond=500_000)),
        ("2015-10-21T07:28:00Z", MOMENT),
        ("2015-10-21T07:28:00+00:00", MOMENT),
        ("2015-10-21T09:28:00+02:00", MOMENT),
        ("2015-10-20T23:28:00-08:00", MOMENT),
        ("2015-10-21T07:28:00", MOMENT),
        ("2015-10-21 07:28:00", MOMENT),
        ("2015-10-21T07:28:00.500Z", MOMENT.replace(microsecond=500_000)),
        ("Wed, 21 Oct 2015 07:28:00 GMT", MOMENT),
        ("Wednesday, 21-Oct-15 07:28:00 GMT", MOMENT),
        ("Wed Oct 21 07:28:00 2015", MOMENT),
        ("Wed, 21 Oct 2015 07:28:00 +0000", MOMENT),
        ("Sunday, 06-Nov-94 08:49:37 GMT", datetime(1994, 11, 6, 8, 49, 37, tzinfo=UTC)),
        ("Sun Nov  6 08:49:37 1994", datetime(1994, 11, 6, 8, 49, 37, tzinfo=UTC)),
        ("", None),
        ("soon", None),
        ("nan", None),
        ("inf", None),
        ("1e400", None),
        ("1e300", None),
        ("2015-13-45", None),
        ("2015-10-21T25:00:00Z", None),
        ("Wed, 32 Oct 2015 07:28:00 GMT", None),
        ("Wednesday", None),
        ("Wednesday, ", None),
        ("May ", None),
        ("0001-01-01T00:00:00+23:59", None),
        ("9999-12-31T23:59:59-23:59", None),
    ],
)
def test_a_reset_is_a_time(value: str, moment: datetime | None) -> None:
    """The end of the window is read as Unix seconds, ISO 8601 or any date of HTTP, in UTC."""
    found = header_time(value)

    assert found == moment
    assert found is None or found.tzinfo is UTC
    assert answered({"choices": []}, {"x-ratelimit-reset": value}).rate_limit.reset == moment


def test_a_header_that_is_absent_is_no_time() -> None:
    """Without a header there is no time."""
    assert header_time(None) is None


@given(st.text(max_size=30) | st.from_regex(r"\d{4}-\d\d-\d\d[T ]?[0-9:.+Z-]{0,20}"))
def test_no_header_makes_a_time_fail(value: str) -> None:
    """Whatever a header holds, it is a time in UTC or none."""
    found = header_time(value)

    assert found is None or found.utcoffset() is not None


TEXT = "caf\u00e9 \u20ac \U0001f389"
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_of_json(encoding: str) -> None:
    """A body is read in each encoding that JSON may have, whatever the header says of it."""
    body = json.dumps({"choices": [{"message": {"content": TEXT}}]}, ensure_ascii=False)
    answer = answered(body.encode(encoding), {"content-type": "application/json; charset=latin-1"})

    assert answer.choices[0].message.content == TEXT


@pytest.mark.parametrize(
    ("charset", "codec", "text"),
    [
        ("ISO-8859-1", "cp1252", "\u20ac \u201ccaf\u00e9\u201d"),
        ("gb2312", "gb18030", "\u6e2c\u8a66 \u20ac"),
        ("Shift_JIS", "cp932", "\u2460 \u9ad9"),
        ("euc-kr", "cp949", "\ub620"),
    ],
)
def test_an_encoding_may_be_more_than_its_name_says(charset: str, codec: str, text: str) -> None:
    """What is in none of the encodings of JSON is read as browsers do by the same name."""
    body = {"choices": [{"message": {"content": text}}]}
    content = json.dumps(body, ensure_ascii=False).encode(codec)
    answer = answered(content, {"content-type": f"application/json; charset={charset}"})

    assert answer.choices[0].message.content == text


@pytest.mark.parametrize("charset", ["iso-8859-1", '"windows-1252"', "LATIN1; q=1"])
def test_another_charset_counts_where_it_is_stated(charset: str) -> None:
    """A body that is in no Unicode encoding is read by the charset of its header."""
    content = '{"choices": [{"message": {"content": "caf\u00e9"}}]}'.encode("latin-1")
    answer = answered(content, {"Content-Type": f"application/json; charset={charset}"})

    assert answer.choices[0].message.content == "caf\u00e9"


@pytest.mark.parametrize(
    "content_type", ["application/json", "a/b; charset=x-none", "", "a; charset="]
)
@pytest.mark.parametrize("content", [b'{"choices": [{"index": "\xe9"}]}', b'{"choices": "\\\xe9"}'])
def test_an_unknown_encoding_is_refused(content: bytes, content_type: str) -> None:
    """A body whose bytes mean no characters is refused and shown, and never read with losses."""
    error = refused(content, headers={"Content-Type": content_type})

    assert error.body == content.decode("ascii", "backslashreplace")
    assert "text that is not JSON" in error.message


def test_characters_in_two_halves_are_whole() -> None:
    """Characters that Java writes as surrogate pairs (CESU-8) are read as one each."""
    content = b'{"choices": [{"message": {"content": "a\xed\xa0\xbd\xed\xb8\x80b"}}]}'

    assert answered(content).choices[0].message.content == "a\U0001f600b"


def test_a_half_of_a_character_is_kept() -> None:
    """Half of a surrogate pair is read as it came, as `json.loads` reads it."""
    content = '{"choices": [{"message": {"content": "\ud83d"}}]}'.encode(errors="surrogatepass")

    assert answered(content).choices[0].message.content == "\ud83d"
