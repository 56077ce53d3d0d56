"""`apertis_client._runtime.error_body`: what the body of an error says."""

from __future__ import annotations

import json
from typing import Any

import pytest

from apertis._errors.from_response import decode_error_body
from apertis_client._runtime.error_body import (
    carries_error,
    error_details,
    final_status,
    find_request_id,
    has_content,
    stated_status,
)

SHAPES: dict[str, tuple[Any, tuple[str | None, Any, str | None, str | None]]] = {
    "object": (
        {"error": {"message": "m", "code": "c", "param": "p", "type": "t"}},
        ("m", "c", "p", "t"),
    ),
    "object with a number as code": ({"error": {"message": "m", "code": 7}}, ("m", 7, None, None)),
    "object of nulls": (
        {"error": {"message": None, "code": None, "param": None, "type": None}},
        (None, None, None, None),
    ),
    "object with more beside it": (
        {"error": {"message": "m", "code": None}, "code": "c", "type": "t", "message": "outer"},
        ("m", "c", None, "t"),
    ),
    "message beside an object without": (
        {"error": {"type": "t"}, "message": "m"},
        ("m", None, None, "t"),
    ),
    "text": ({"error": "m"}, ("m", None, None, None)),
    "text with a code beside it": ({"error": "m", "code": "c"}, ("m", "c", None, None)),
    "name and message": ({"error": "Not Found", "message": "m"}, ("m", None, None, None)),
    "message": ({"message": "m", "code": 3, "param": "p"}, ("m", 3, "p", None)),
    "detail": ({"detail": "m"}, ("m", None, None, None)),
    "list of details": (
        {"detail": [{"loc": ["body", "model"], "msg": "field required"}]},
        ('[{"loc": ["body", "model"], "msg": "field required"}]', None, None, None),
    ),
    "Anthropic": (
        {"type": "error", "error": {"type": "overloaded_error", "message": "m"}},
        ("m", None, None, "overloaded_error"),
    ),
    "Google": (
        [{"error": {"code": 429, "message": "m", "status": "RESOURCE_EXHAUSTED"}}],
        ("m", 429, None, None),
    ),
    "message that is an object": (
        {"error": {"message": {"text": "m"}}},
        ('{"text": "m"}', None, None, None),
    ),
    "param and type of other kinds": (
        {"error": {"message": "m", "param": ["a"], "type": 3}},
        ("m", None, None, None),
    ),
    "empty texts": (
        {"error": {"message": "", "param": "", "type": ""}},
        (None, None, None, None),
    ),
    "an error in an error": (
        {"error": {"error": {"message": "m", "code": "c"}, "type": "t"}},
        ("m", "c", None, "t"),
    ),
    "OpenRouter, with JSON of the provider": (
        {
            "error": {
                "message": "m",
                "code": 429,
                "metadata": {"raw": '{"error": {"message": "r"}}'},
            }
        },
        ("m: r", 429, None, None),
    ),
    "OpenRouter, with an object of the provider": (
        {"error": {"message": "m", "metadata": {"raw": {"detail": "r"}, "provider_name": "p"}}},
        ("m: r", None, None, None),
    ),
    "OpenRouter, with text of the provider": (
        {"error": {"message": "m", "metadata": {"raw": "r"}}},
        ("m: r", None, None, None),
    ),
    "OpenRouter, with what is said already": (
        {"error": {"message": "It is m.", "metadata": {"raw": "m"}}},
        ("It is m.", None, None, None),
    ),
    "metadata of another kind": (
        {"error": {"message": "m", "metadata": ["r"]}},
        ("m", None, None, None),
    ),
    "code and msg": ({"code": 1211, "msg": "m"}, ("m", 1211, None, None)),
    "error_code and error_msg": ({"error_code": 18, "error_msg": "m"}, ("m", 18, None, None)),
    "msg in an error": ({"error": {"code": "c", "msg": "m"}}, ("m", "c", None, None)),
    "OAuth": ({"error": "invalid_grant", "error_description": "m"}, ("m", None, None, None)),
    "MiniMax": (
        {"choices": None, "base_resp": {"status_code": 1008, "status_msg": "m"}},
        ("m", 1008, None, None),
    ),
    "Groq, whose stream ended early": (
        {"choices": [], "x_groq": {"id": "r", "error": "over capacity"}},
        ("over capacity", None, None, None),
    ),
    "list of errors": ({"errors": [{"code": 10000, "message": "m"}]}, ("m", 10000, None, None)),
    "list as the error": ({"error": [{"message": "m", "code": "c"}]}, ("m", "c", None, None)),
    "error of a choice": (
        {"choices": [{"index": 0}, {"index": 1, "error": {"message": "m", "code": 503}}]},
        ("m", 503, None, None),
    ),
    "error of a delta": (
        {"choices": [{"delta": {"error": {"message": "m", "code": 503}}}]},
        ("m", 503, None, None),
    ),
    "error of a message": (
        {"choices": [{"error": {}, "message": {"error": {"message": "m"}}}]},
        ("m", None, None, None),
    ),
    "name of an error as finish_reason": (
        {"choices": [{"finish_reason": "network_error"}]},
        ("the model stopped with the finish reason 'network_error'", "network_error", None, None),
    ),
    "JSON text as the error": (
        {"error": '{"error": {"message": "m", "code": "c", "type": "t"}}'},
        ("m", "c", None, "t"),
    ),
    "JSON text as the message": (
        {"error": {"message": '[{"error": {"message": "m", "code": 7}}]', "type": "t"}},
        ("m", 7, None, "t"),
    ),
    "JSON text within JSON text": (
        json.dumps({"message": json.dumps({"error": {"message": "m", "param": "p"}})}),
        ("m", None, "p", None),
    ),
    "a message that only begins like JSON": ({"message": "{m"}, ("{m", None, None, None)),
    "a message that is JSON of something else": (
        {"message": '{"a": 1}', "code": "c"},
        ('{"a": 1}', "c", None, None),
    ),
    "message of an answer": (
        {"message": {"role": "assistant", "content": "Hi"}},
        (None, None, None, None),
    ),
    "empty object": ({}, (None, None, None, None)),
    "empty list": ([], (None, None, None, None)),
    "list of text": (["m"], (None, None, None, None)),
    "number": (3, (None, None, None, None)),
    "null": (None, (None, None, None, None)),
    "text that is not JSON": ("upstream died", (None, None, None, None)),
}


@pytest.mark.parametrize(("body", "details"), SHAPES.values(), ids=SHAPES.keys())
def test_a_body_of_any_shape_is_read(body: Any, details: tuple[Any, ...]) -> None:
    """Message, code, parameter and type are found in any shape that servers use."""
    assert details == error_details(body)


@pytest.mark.parametrize(
    ("body", "carries"),
    [
        ({"code": 500, "msg": "m", "choices": [{}]}, True),
        ({"code": "429", "error_msg": "m", "choices": [{}]}, True),
        ({"code": 500, "message": "m", "choices": [{}]}, False),  # a notice beside an answer
        ({"code": 0, "msg": "success"}, False),
        ({"code": 200, "msg": "success"}, False),
        ({"code": 500, "msg": ""}, False),
        ({"msg": "m"}, False),
        ({"errors": [], "base_resp": {"status_code": 0}}, False),
        ({"x_groq": {"id": "r", "usage": {}}}, False),
        ({"x_groq": {"id": "r", "error": "m"}}, True),
        ({"base_resp": {"status_code": "0", "status_msg": "success"}}, False),
        ({"base_resp": {"status_code": "1008", "status_msg": "m"}}, True),
    ],
)
def test_an_error_beside_an_answer_has_the_number_of_a_status(body: Any, *, carries: bool) -> None:
    """A message alone, or with the code of success, is no error."""
    assert carries_error(body) is carries


@pytest.mark.parametrize("digit", ["1", "٤"])
def test_a_code_of_many_digits_is_no_status(digit: str) -> None:
    """A code that is longer than any number that Python reads names no status."""
    assert stated_status({"error": {"code": digit * 5000}}) is None


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"error": {"code": 429}}, 429),
        ({"error": {"code": "429"}}, 429),
        ({"error": {"status": 503}}, 503),
        ({"error": {"status_code": 503}}, 503),
        ({"error": "m", "status": 502}, 502),
        ({"error": {"message": "m"}, "code": 500}, 500),
        ({"code": "401", "message": "m"}, 401),
        ({"error": {"code": "rate_limit_exceeded"}}, 429),
        ({"error": {"type": "rate_limit_error"}}, 429),
        ({"error": {"type": "overloaded_error"}}, 529),
        ({"error": {"code": "insufficient_quota"}}, 429),
        ({"error": {"code": "model_not_found"}}, 404),
        ({"error": {"code": "invalid_api_key", "type": "invalid_request_error"}}, 401),
        ({"error": {"type": "invalid_request_error"}}, 400),
        ({"error": {"type": "BadRequestError"}}, 400),
        ({"error": {"code": "Rate-Limited"}}, 429),
        ({"error": {"code": "TooManyRequests"}}, 429),
        ({"error": {"code": "engine.overloaded"}}, 503),
        ({"error": {"code": "OutOfCredits"}}, 402),
        ({"code": "Throttling.RateQuota", "message": "m"}, 429),
        ({"error": {"type": "engine_overloaded_error"}}, 503),
        ({"error": {"code": "ServerOverloaded"}}, 503),
        ({"error": {"status": "DEADLINE_EXCEEDED"}}, 504),
        ({"error": {"type": "UnprocessableEntityError"}}, 422),
        ({"code": "Model.AccessDenied", "message": "m"}, 403),
        ({"error": {"type": "server_error"}}, 500),
        ({"type": "error", "error": {"type": "api_error", "message": "m"}}, 500),
        ([{"error": {"code": 429}}], 429),
        ({"code": "404", "msg": "m"}, 404),
        ({"error_code": 403, "error_msg": "m"}, 403),
        ({"statusCode": 429, "message": "m"}, 429),
        ({"error": {"type": "bad_request_error", "http_code": "400"}}, 400),
        ({"error": {"status": "RESOURCE_EXHAUSTED"}}, 429),
        ({"error": {"code": "InvalidArgument", "status": "INVALID_ARGUMENT"}}, 400),
        ({"base_resp": {"status_code": 1002}}, 429),
        ({"base_resp": {"status_code": 1004}}, 401),
        ({"base_resp": {"status_code": 4711}}, None),
        ({"choices": [{"error": {"code": 502}}]}, 502),
        ({"choices": [{"finish_reason": "insufficient_system_resource"}]}, 503),
        ({"choices": [{"finish_reason": "error"}]}, None),
        ({"error": {"code": 200}}, None),
        ({"error": {"code": 1000}}, None),
        ({"error": {"code": -1}}, None),
        ({"error": {"code": True}}, None),
        ({"error": {"code": 429.5}}, None),
        ({"error": {"code": "something_new", "type": "unheard_of"}}, None),
        ({"error": {"code": ["429"]}}, None),
        ({"error": "m"}, None),
        ({"message": "m"}, None),
        ({}, None),
    ],
)
def test_an_error_in_a_stream_names_its_status(body: dict[str, Any], status: int | None) -> None:
    """The status is found by number, by code or by type; what is neither stands for none."""
    assert status == stated_status(body)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (None, False),
        (False, False),
        ("", False),
        ({}, False),
        ([], False),
        ({"message": "", "type": None, "code": "", "param": None}, False),
        ({"details": [], "inner": {}}, False),
        ("m", True),
        ({"message": "m"}, True),
        ({"code": 0}, False),
        ({"code": 0, "message": "success"}, False),
        ({"code": "200", "msg": "OK", "type": ""}, False),
        ({"code": 0, "message": "no"}, True),
        ({"code": 200, "message": "no"}, True),
        ({"code": 502}, True),
        (True, True),
        (["m"], True),
    ],
    ids=repr,
)
def test_an_error_without_content_is_none(error: object, expected: bool) -> None:
    """Fields that are all empty, or say success, are how some gateways say that there is none."""
    assert expected == has_content(error)


EVENTS = {
    "data": 'data: {"error": {"message": "m", "code": "c"}}\n\ndata: [DONE]\n\n',
    "named": 'event: error\r\ndata: {"error": {"message": "m", "code": "c"}}\r\n\r\n',
    "behind a comment": ': OK\n\nid: 1\ndata:{"message": "m", "code": "c"}\n\n',
    "over lines": 'data: {"error":\ndata: {"message": "m", "code": "c"}}',
    "behind a chunk": 'data: {"choices": []}\n\ndata: [{"error": {"message": "m", "code": "c"}}]',
    "in a choice": 'data: {"choices": [{"error": {"message": "m", "code": "c"}}]}\n\n',
}


@pytest.mark.parametrize("text", EVENTS.values(), ids=EVENTS.keys())
def test_an_error_body_may_be_framed_as_events(text: str) -> None:
    """The first event that says something is the body of the error."""
    assert error_details(decode_error_body(text.encode()))[:2] == ("m", "c")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("event: error\ndata: model is busy\n\n", "model is busy"),
        ("data: [DONE]\n\n", "data: [DONE]\n\n"),
        ("database: gone", "database: gone"),
        ("data is gone", "data is gone"),
    ],
)
def test_an_error_body_that_has_no_json_is_text(text: str, body: str) -> None:
    """Without JSON it is the text of the event, or the body as it came where there is none."""
    assert decode_error_body(text.encode()) == body


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"choices": [{"finish_reason": "error"}]}, True),
        ({"choices": [{"finish_reason": "rate_limit_exceeded"}]}, True),
        ({"choices": [{"finish_reason": "SERVER_ERROR"}]}, True),
        ({"choices": [{"error": "m"}]}, True),
        ({"choices": [], "base_resp": {"status_code": 1027}}, True),
        ({"choices": [{"finish_reason": "function_call_filter: UNEXPECTED_TOOL_CALL"}]}, True),
        ({"choices": [{"finish_reason": "error: timeout"}]}, True),
        ({"choices": [{"finish_reason": "content_filter"}]}, False),
        ({"choices": [{"finish_reason": "content_filter: PROHIBITED_CONTENT"}]}, False),
        ({"choices": [{"finish_reason": "PROHIBITED_CONTENT"}]}, False),
        ({"choices": [{"finish_reason": "stop", "error": {"message": ""}}]}, False),
        ({"choices": [{"finish_reason": "something_new"}]}, False),
        ({"choices": [{"finish_reason": ["error"]}, None, 3]}, False),
        ({"choices": [], "base_resp": {"status_code": 0, "status_msg": "success"}}, False),
        ({"choices": [], "message": "m"}, False),
    ],
    ids=json.dumps,
)
def test_an_error_has_its_places(body: dict[str, Any], expected: bool) -> None:
    """An error is told in a choice, as its finish_reason and in MiniMax's envelope, too."""
    assert carries_error(body) == expected


@pytest.mark.parametrize(
    ("body", "status", "final"),
    [
        ({"error": {"type": "invalid_request_error"}}, 500, 400),
        ({"error": {"code": 500, "type": "invalid_request_error"}}, 500, 400),
        ({"error": {"code": 400}}, 502, 400),
        ({"error": {"code": "content_filter"}}, 503, 400),
        ({"error": {"code": "data_inspection_failed"}}, 500, 400),
        ({"code": "Arrearage", "message": "m"}, 500, 402),
        ({"error": {"code": "insufficient_quota"}}, 429, 402),
        ({"error": {"type": "insufficient_quota", "code": None}}, 429, 402),
        ({"base_resp": {"status_code": 1008}}, 500, 402),
        ({"error": {"code": "pre_consume_token_quota_failed"}}, 500, 402),
        ({"error": {"type": "budget_exceeded", "code": "400"}}, 429, 402),
        ({"error": {"code": 500, "type": "exceed_context_size_error"}}, 500, 400),
        ({"error": {"code": "unsupported_parameter"}}, 500, 400),
        ({"error": {"status": "FAILED_PRECONDITION"}}, 503, 400),
        ({"error": {"code": "InputTextSensitiveContentDetected"}}, 500, 400),
        ({"error": {"type": "exceeded_current_quota_error"}}, 429, 402),
        ({"error": {"code": "AccountOverdueError"}}, 500, 402),
        ({"error": {"type": "UnprocessableEntityError"}}, 500, 422),
        ({"error": {"type": "invalid_request_error", "code": "rate_limit_exceeded"}}, 429, 429),
        ({"error": {"type": "invalid_request_error", "code": "server_error"}}, 500, 500),
        ({"error": {"type": "invalid_request_error"}}, 429, 429),
        ({"error": {"code": "invalid_api_key"}}, 500, 500),
        ({"error": {"code": 503}}, 500, 500),
        ("upstream died", 502, 502),
    ],
)
def test_what_cannot_get_better_is_final(body: Any, status: int, final: int) -> None:
    """An invalid request, refused content and no credit count as such, whatever the status."""
    assert final_status(body, status) == final


@pytest.mark.parametrize(
    ("body", "request_id"),
    [
        ({"error": {"message": "No. (request id: 20260101ab)"}}, "20260101ab"),
        ({"error": {"message": "Overloaded (request id: 1)"}}, "1"),
        ({"error": {"message": "Include the request ID req_7a-b in your message."}}, "req_7a-b"),
        ({"message": "Request-ID=b41c.f:2."}, "b41c.f:2"),
        ({"error": {"message": "x 'request_id': '7f-3e'"}}, "7f-3e"),
        ({"type": "error", "error": {"message": "m"}, "request_id": "req_011"}, "req_011"),
        ([{"error": {"message": "m", "requestId": "r"}}], "r"),
        ({"error": {"message": "the request id is missing"}}, None),
        ({"error": {"message": "m", "request_id": 3}}, None),
        ("request id: 3", None),
    ],
    ids=json.dumps,
)
def test_a_body_may_have_the_request_id(body: Any, request_id: str | None) -> None:
    """The request id is a member of the error, or in its message."""
    assert find_request_id(body) == request_id
