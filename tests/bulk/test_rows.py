"""`apertis.bulk.rows`, `operations`, `register`: the forms of a request, and the ids of rows."""

from __future__ import annotations

import tracemalloc
from typing import Any

import pytest

from apertis import BulkInputError, BulkStoppedError, ChatCompletionMessage
from apertis.bulk.firsts import Firsts
from apertis.bulk.ledger import Done, Ledger
from apertis.bulk.operations import find_operation
from apertis.bulk.outputs import Outputs
from apertis.bulk.register import Register, plan
from apertis.bulk.rows import Row, RowReader
from apertis.bulk.settings import check_settings

MESSAGES = [{"role": "user", "content": "Hi"}]
BODY: dict[str, Any] = {"model": "m", "messages": MESSAGES}

TEXT = {"type": "text"}
SCHEMA = {"type": "json_schema", "json_schema": {"name": "x", "schema": {"type": "object"}}}
FORMAT = {"type": "json_schema", "name": "x", "schema": {"type": "object"}}


def read(request: Any, **settings: Any) -> Row:
    return RowReader(**settings).read(request, 7)


@pytest.mark.parametrize(
    ("request_", "settings", "arguments"),
    [
        (BODY, {}, BODY),
        ({"id": 3, **BODY}, {}, BODY),
        ({"prompt": "Hi"}, {"defaults": {"model": "m"}}, BODY),
        ({"prompt": "Hi", "model": "n"}, {"defaults": {"model": "m"}}, {**BODY, "model": "n"}),
        ({"prompt": "Hi", "model": None}, {"defaults": {"model": "m"}}, BODY),
        (
            {"prompt": "Hi"},
            {"defaults": {"model": "m", "timeout": 3}, "system": "Be brief."},
            {
                "model": "m",
                "timeout": 3,
                "messages": [{"role": "system", "content": "Be brief."}, *MESSAGES],
            },
        ),
        ({**BODY, "of_tomorrow": 1}, {}, {**BODY, "extra_body": {"of_tomorrow": 1}}),
        ({**BODY, "extra_body": {"n": 2}}, {}, {**BODY, "n": 2}),
        (BODY, {"defaults": {"extra_body": {"x": 2}}}, {**BODY, "extra_body": {"x": 2}}),
        (BODY, {"outputs": Outputs(TEXT)}, {**BODY, "response_format": TEXT}),
        (
            {**BODY, "response_format": TEXT},
            {"outputs": Outputs(SCHEMA)},
            {**BODY, "response_format": TEXT},
        ),
        (
            {"url": "/v1/embeddings", "body": {"model": "m", "input": "x"}},
            {"outputs": Outputs(SCHEMA)},
            {"model": "m", "input": "x"},
        ),
        (
            {**BODY, "max_tokens": 5},
            {"url": "/v1/messages", "outputs": Outputs(SCHEMA)},
            {**BODY, "max_tokens": 5, "response_format": SCHEMA},
        ),
        (
            {"model": "m", "input": "x", "text": {"verbosity": "low"}},
            {"url": "/v1/responses", "outputs": Outputs(SCHEMA)},
            {"model": "m", "input": "x", "text": {"verbosity": "low", "format": FORMAT}},
        ),
        (
            {"custom_id": "a", "method": "POST", "url": "/v1/chat/completions", "body": BODY},
            {},
            BODY,
        ),
        ({"body": {"prompt": "Hi", "model": "m"}}, {}, BODY),
        (
            {"url": "/v1/embeddings", "body": {"model": "m", "input": "x"}},
            {},
            {"model": "m", "input": "x"},
        ),
        ({"model": "m", "input": "x"}, {"url": "/v1/embeddings"}, {"model": "m", "input": "x"}),
        ({"model": "m", "prompt": "a cat"}, {"url": "/v1/images/generations"},
         {"model": "m", "prompt": "a cat"}),
    ],
)  # fmt: skip
def test_a_request_may_have_several_forms(
    request_: Any, settings: Any, arguments: dict[str, Any]
) -> None:
    """A prompt, a body, and a row of a batch become the arguments of a call."""
    assert read(request_, **settings).arguments == arguments


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        ([1], "row 7: a request is an object, not list"),
        ("text", "row 7: a request is an object, not str"),
        ({}, "row 7: chat.completions.create needs the arguments 'model' and 'messages'"),
        ({"model": "m"}, "row 7: chat.completions.create needs the argument 'messages'"),
        ({"model": "m", "messages": "Hi"}, "row 7: .*messages"),
        ({"model": "m", "prompt": 7}, "row 7: prompt must be text, not int"),
        ({**BODY, "prompt": "Hi"}, "row 7: a request has prompt or messages, not both"),
        ({**BODY, "id": 1.5}, "row 7: id must be text or a whole number, not float"),
        ({**BODY, "id": True}, "row 7: id must be text or a whole number, not bool"),
        ({**BODY, "stream": True}, "row 7: a bulk run reads whole answers; leave stream out"),
        ({**BODY, "temperature": "hot"}, "row 7: temperature must be .*number"),
        ({**BODY, "temperature": float("nan")}, "row 7: .*NaN"),
        ({"body": 5}, "row 7: body must be an object, not int"),
        ({"custom_id": 1.5, **BODY}, "row 7: custom_id must be text or a whole number, not float"),
        ({"id": 1, "custom_id": 2, **BODY}, "row 7: a row has id or custom_id, not both"),
        ({"custom_id": "a", "method": "POST", "url": "/v1/chat/completions"},
         "row 7: a row with 'method' is one of a batch, and needs a body"),
        ({"url": "/v1/embeddings", "model": "m", "input": "x"},
         "row 7: a row with 'url' is one of a batch, and needs a body"),
        ({"body": BODY, "modle": 1}, "row 7: a row with a body has no 'modle' beside it"),
        ({"body": BODY, "url": "/v1/nothing"}, "no POST /v1/nothing; there are .*, /sora/v1/"),
        ({"body": BODY, "url": "/v1/videos"}, "row 7: POST /v1/videos takes no JSON"),
        ({"body": BODY, "url": "/v1/models", "method": "GET"}, "GET /v1/models takes no JSON"),
        ({"body": BODY, "url": "/v1/audio/speech"}, "POST /v1/audio/speech does not answer with"),
        ({"body": BODY, "url": 5}, "row 7: url must be text, not int"),
        ({"body": BODY, "method": ["POST"]}, "row 7: method must be text, not list"),
    ],
)  # fmt: skip
def test_what_is_no_request_is_refused(request_: Any, message: str) -> None:
    """One sentence names the row and says what is wrong with it."""
    with pytest.raises(BulkInputError, match=message):
        read(request_)


@pytest.mark.parametrize("name", ["id", "custom_id"])
@pytest.mark.parametrize("form", [{"prompt": "Hi", "model": "m"}, BODY, {"body": BODY}])
def test_an_id_may_have_either_name(name: str, form: dict[str, Any]) -> None:
    """It is that of the row in each form, and is not sent."""
    row = read({name: "a", **form})

    assert (row.id, row.has_id, row.arguments) == ("a", True, BODY)


def test_a_parameter_may_have_the_name_of_a_member_of_a_batch() -> None:
    """As the ``url`` of a video has."""
    arguments = {"url": "https://x.y/z.mp4", "timestamps": "1,3"}

    assert read(arguments, url="/sora/v1/characters").arguments == arguments


def test_an_unknown_url_is_refused_before_a_row_is_read() -> None:
    """The operation that rows are for has to exist."""
    with pytest.raises(BulkInputError, match="url: the API has no POST /v1/chat; there are"):
        RowReader("/v1/chat")
    with pytest.raises(BulkInputError, match=r"url: embeddings\.create does not write text in a"):
        RowReader("/v1/embeddings", outputs=Outputs(SCHEMA))


def test_parameters_of_the_path_are_found() -> None:
    """A URL with a parameter, a prefix, a host or none of them names the same operation."""
    for url in (
        "/v1/videos/a%2Fb/remix",
        "/videos/a%2Fb/remix",
        "https://x.y/v1/videos/a%2Fb/remix",
    ):
        operation, path = find_operation("post", url)
        assert operation.path == "/videos/{video_id}/remix"
        assert path == ("a/b",)
    assert find_operation("POST", "/sora/v1/characters")[0].name == "create_character"


def test_rows_are_sent_without_the_defaults_of_the_client() -> None:
    """Embeddings are asked for as the row says, so that the output has numbers."""
    assert find_operation("POST", "/v1/embeddings")[0].defaults == {}


def test_the_same_request_has_the_same_digest() -> None:
    """It depends on everything that is sent, and on nothing else."""
    digest = read(BODY).digest

    assert read({"id": "x", **BODY}).digest == digest
    assert read({"prompt": "Hi"}, defaults={"model": "m"}).digest == digest
    assert read({"prompt": "Hi"}, defaults={"model": "m", "timeout": 9}).digest == digest
    assert read({"prompt": "Hi"}, defaults={"model": "n"}).digest != digest
    assert read({"prompt": "Hi"}, defaults={"model": "m"}, system="s").digest != digest
    assert read(dict(reversed(BODY.items()))).digest == digest


def test_messages_may_be_those_of_an_answer() -> None:
    """Models of the API are part of a request as in any call."""
    message = ChatCompletionMessage(role="assistant", content="Yes")

    assert read({"model": "m", "messages": [*MESSAGES, message]}).digest


def ids(requests: list[dict[str, Any]], **settings: Any) -> list[Any]:
    register = Register(Done(), **settings)
    rows = [register.admit(read(request)) for request in requests]
    return [(row.id, row.same_as) if row and row.same_as else row and row.id for row in rows]


def test_rows_without_an_id_are_known_by_their_request() -> None:
    """The same request again has a number behind its hash, the same in each run."""
    digest = read(BODY).digest

    assert ids([BODY] * 5) == [digest, *(f"{digest}-{number}" for number in range(2, 6))]
    assert len(set(ids([BODY] * 300))) == 300


def test_an_id_may_occur_once() -> None:
    """Whether it is text or a number."""
    with pytest.raises(BulkInputError, match="row 7: the id '1' is that of a row before"):
        ids([{"id": 1, **BODY}, {"id": "1", "model": "m", "prompt": "Other"}])


def test_duplicates_are_asked_once() -> None:
    """One with an id of its own refers to the first; one without is left out."""
    requests = [{"id": "a", **BODY}, {"id": "b", **BODY}, BODY, {"id": "c", "model": "m",
                "prompt": "Other"}]  # fmt: skip

    assert ids(requests, deduplicate=True) == ["a", ("b", "a"), None, "c"]
    assert ids([*requests, *requests], deduplicate=True)[4:] == [None, None, None, None]


def test_ids_of_requests_that_are_asked_once_are_not_kept_in_memory() -> None:
    """Of 20,000 rows, a set of them would take 3 MB."""
    register = Register(Done(), deduplicate=True)
    row = read({"id": "a", **BODY})
    tracemalloc.start()
    for number in range(20_000):
        register.admit(row._replace(id=f"row-{number}", digest=f"{number * 2**50 % 2**64:016x}"))
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert register.rows == 20_000
    assert kept < 1_000_000


@pytest.mark.parametrize("row_id", ["a", "\u00e9\n", 1, 2**80])
def test_the_first_row_of_a_request_is_remembered(row_id: str | int) -> None:
    """With its id, text or a number of any size."""
    firsts = Firsts()
    assert firsts.find("f" * 16) is None
    firsts.add("f" * 16, row_id)
    firsts.add("0" * 16, "another")
    assert firsts.find("f" * 16) == row_id


def test_there_may_be_no_room_for_a_temporary_file() -> None:
    """That stops the run with a sentence."""
    firsts = Firsts()
    firsts._file.execute("pragma max_page_count = 3")

    firsts.add("f" * 16, "an id")
    with pytest.raises(
        BulkStoppedError, match="cannot write a temporary file: database or disk is"
    ):
        firsts.add("0" * 16, "long" * 10_000)


def test_a_plan_counts_what_is_to_do() -> None:
    """Rows that the output has lines for are not asked again."""
    ledger = Ledger(check_settings({}))
    ledger.done.add({"id": "a", "request": read(BODY).digest, "response": {}})
    ledger.done.add({"id": "b", "request": "x", "error": {}})
    ledger.done.add({"id": "of a row that was mended", "request": "y", "error": {}})
    requests = [{"id": name, **BODY} for name in "abcd"]

    planned = plan([None, *requests, BODY], RowReader(), ledger, Register(ledger.done))

    assert planned == (5, 1, 1, 3, 0)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            {"id": "a", "request": "of another", "response": {}},
            "row 1: the output has an answer to",
        ),
        ({"id": "z", "request": "x", "response": {}}, "the output has answers to a row that the"),
    ],
)
def test_the_output_of_another_input_is_refused(line: dict[str, Any], message: str) -> None:
    """An answer to another request, or to a row that is not there, shows it."""
    ledger = Ledger(check_settings({}))
    ledger.done.add(line)

    with pytest.raises(BulkInputError, match=message):
        plan([{"id": "a", **BODY}], RowReader(), ledger, Register(ledger.done))
