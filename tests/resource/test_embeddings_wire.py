"""Embeddings: how vectors are asked for and decoded, and texts that are sent in batches."""

from __future__ import annotations

import array
import copy
import json
import pickle
import struct
from base64 import b64encode
from typing import Any

import numpy as np
import pytest

import apertis
from apertis import ApertisError, Embedding
from apertis_client import AuthenticatedClient
from apertis_client._runtime import embedding_methods
from apertis_client.api.embeddings import create_embedding
from tests.drivers import KEY, NOTHING_IS_SENT, Driver
from tests.server import Request, Script, Server, Step, json_reply

pytestmark = pytest.mark.wire

NUMBERS = [0.25, -0.5, 0.0625]
TEXT = b64encode(struct.pack("<3f", *NUMBERS)).decode()


def embeddings(*vectors: Any, **members: Any) -> dict[str, Any]:
    data = [
        {"object": "embedding", "index": at, "embedding": each} for at, each in enumerate(vectors)
    ]
    usage = {"prompt_tokens": len(data), "total_tokens": len(data)}
    return {"object": "list", "data": data, "model": "m", "usage": usage, **members}


def lengths(request: Request) -> list[Step]:
    """Answer with vectors of one number, the length of each text; the last text comes first."""
    texts = request.json["input"]
    vectors = [b64encode(struct.pack("<f", len(text))).decode() for text in texts]
    answer = embeddings(*vectors)
    answer["data"].reverse()
    return json_reply(answer)


def create(driver: Driver, **arguments: Any) -> Any:
    arguments = {"model": "m", "input": "A text.", **arguments}
    return driver.wait(driver.client().embeddings.create(**arguments))


def test_base64_is_asked_for(driver: Driver, server: Server) -> None:
    """Vectors are asked for as base64 unless the caller says otherwise."""
    server.answer(*[json_reply(embeddings(TEXT))] * 3)
    create(driver)
    create(driver, encoding_format="float")
    create(driver, extra_body={"encoding_format": "float"})

    assert [each.json["encoding_format"] for each in server.requests] == [
        "base64",
        "float",
        "float",
    ]


def test_generated_functions_ask_for_the_same(server: Server) -> None:
    """The generated functions ask for base64 as well, and decode it."""
    server.answer(*[json_reply(embeddings(TEXT))] * 2)
    body = apertis.EmbeddingRequest(model="m", input="A", encoding_format="float")
    with AuthenticatedClient(base_url=server.url, token=KEY, verify_ssl=False) as client:
        result = create_embedding.sync(client=client, body={"model": "m", "input": "A"})
        create_embedding.sync(client=client, body=body)

    assert isinstance(result, apertis.EmbeddingResponse)
    assert result.data[0].embedding == NUMBERS
    assert [each.json["encoding_format"] for each in server.requests] == ["base64", "float"]


@pytest.fixture(params=["pybase64", "binascii"])
def base64_library(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Decode base64 by the library of the extra, and without it."""
    if request.param == "binascii":
        monkeypatch.setattr(embedding_methods, "pybase64", None)
    elif embedding_methods.pybase64 is None:
        pytest.skip("needs the extra numpy")


@pytest.mark.usefixtures("base64_library")
@pytest.mark.parametrize("sent", [TEXT, NUMBERS], ids=["base64", "JSON"])
def test_the_vector_is_a_list(driver: Driver, server: Server, sent: object) -> None:
    """However the server sends it, the vector is a list of floats, an array or of numpy."""
    server.answer(json_reply(embeddings(sent)))
    (embedding,) = create(driver)

    assert embedding.array() == array.array("f", NUMBERS)
    assert embedding.numpy().dtype == np.float32
    assert embedding.numpy().tolist() == NUMBERS
    assert type(embedding.embedding) is list
    assert embedding.embedding == NUMBERS
    assert embedding.embedding is embedding.embedding
    assert embedding.numpy().tolist() == NUMBERS


def test_the_list_is_made_when_it_is_read() -> None:
    """`array` and `numpy` do not make the list; reading it does, once."""
    embedding = Embedding.from_dict({"embedding": TEXT})
    assert len(embedding.array()) == len(embedding.numpy()) == 3
    assert vars(embedding) == {"embedding": TEXT}

    embedding.embedding.append(1.0)
    assert embedding.array().tolist() == [*NUMBERS, 1.0]


@pytest.mark.parametrize("decoded", [False, True])
def test_an_embedding_is_shown_as_a_list(decoded: bool) -> None:
    """What is shown, compared and dumped has the list, whether it was read before or not."""
    embedding = Embedding.from_dict({"index": 0, "embedding": TEXT})
    if decoded:
        assert embedding.embedding
    expected = {"index": 0, "embedding": NUMBERS}

    assert embedding.to_dict() == embedding.model_dump() == expected
    assert json.loads(embedding.to_json()) == expected
    assert repr(embedding) == f"Embedding(index=0, embedding={NUMBERS})"
    assert embedding == Embedding(index=0, embedding=NUMBERS)
    for copied in (copy.deepcopy(embedding), pickle.loads(pickle.dumps(embedding))):
        assert copied == embedding


@pytest.mark.usefixtures("base64_library")
@pytest.mark.parametrize("sent", ["nonsense", "AAAA", "\u00e9", "AAAAAA==\n", "=AAAAA=="])
def test_text_that_is_no_vector(sent: str) -> None:
    """Text that is not base64 of whole floats is shown; its numbers are a `ValueError`."""
    embedding = Embedding.from_dict({"embedding": sent})
    for decode in (embedding.array, embedding.numpy, lambda: embedding.embedding):
        with pytest.raises(ValueError, match="embedding is not base64 of 32-bit floats"):
            decode()
    assert embedding.to_dict() == {"embedding": sent}


@pytest.mark.parametrize("members", [{}, {"embedding": None}])
def test_an_absent_vector_is_none(members: dict[str, Any]) -> None:
    """A vector that the server left out is None; its numbers are a `ValueError`."""
    embedding = Embedding.from_dict(members)
    value: object = embedding.embedding

    assert value is None
    for decode in (embedding.array, embedding.numpy):
        with pytest.raises(ValueError, match="the server sent no embedding"):
            decode()
    assert embedding.to_dict() == members


# In batches


def test_batches(driver: Driver, server: Server) -> None:
    """Texts are sent so many at a time; the vectors come back in their order, usage is added."""
    server.answer(lengths, lengths, lengths)
    texts = ["x" * length for length in range(1, 6)]
    result = create(driver, input=texts, batch_size=2)

    assert [each.json["input"] for each in server.requests] == [texts[:2], texts[2:4], texts[4:]]
    assert [each.embedding for each in result] == [[1.0], [2.0], [3.0], [4.0], [5.0]]
    assert [each.index for each in result] == [0, 1, 2, 3, 4]
    assert (result.usage.prompt_tokens, result.usage.total_tokens) == (5, 5)


@pytest.mark.parametrize("data", [[], None, [{"index": 0, "embedding": [1.0]}]])
def test_batches_that_lack_items(driver: Driver, server: Server, data: Any) -> None:
    """Where a response has too few vectors, nobody could tell which of them are whose."""
    server.answer(json_reply({"object": "list", "model": "m", "data": data}))
    message = f"answered with {len(data or [])} data for 2 entries of input"
    with pytest.raises(ApertisError, match=message):
        create(driver, input=["a", "b", "c"], batch_size=2)


@pytest.mark.parametrize("texts", ["A text.", [1, 2, 3], ["a", "b"]])
def test_one_batch(driver: Driver, server: Server, texts: object) -> None:
    """One text, as text or as tokens, is never split; what fits into a request is one."""
    server.answer(json_reply(embeddings(TEXT, TEXT)))
    result = create(driver, input=texts, batch_size=2)

    assert [each.json["input"] for each in server.requests] == [texts]
    assert len(result) == 2


def test_items_of_batches_asynchronously(server: Server) -> None:
    """`async for` over the call works as without batches."""
    from tests.drivers import AsyncDriver

    server.answer(lengths, lengths)
    with AsyncDriver(server.url) as driver:
        call = driver.client().embeddings.create(model="m", input=["a", "bb"], batch_size=1)
        assert [each.embedding for each in driver.all(call)] == [[1.0], [2.0]]


@NOTHING_IS_SENT
@pytest.mark.parametrize(
    ("wrong", "error", "message"),
    [
        (0, ValueError, "batch_size must be 1 or more, not 0"),
        ("2", TypeError, "batch_size must be a whole number, not str"),
    ],
)
def test_wrong_batch_size(driver: Driver, wrong: Any, error: type[Exception], message: str) -> None:
    """A batch size that is no positive whole number is refused before anything is sent."""
    with pytest.raises(error, match=message):
        create(driver, input=["a"], batch_size=wrong)


@NOTHING_IS_SENT
def test_batches_have_no_single_response(driver: Driver) -> None:
    """The views, which return one HTTP response, refuse a batch size."""
    raw = driver.client().embeddings.with_raw_response
    unread = driver.client().embeddings.with_streaming_response
    arguments = {"model": "m", "input": ["a"], "batch_size": 1}
    message = "embeddings.create takes no argument 'batch_size'"
    with pytest.raises(TypeError, match=message):
        driver.wait(raw.create(**arguments))
    with pytest.raises(TypeError, match=message), driver.entered(unread.create(**arguments)):
        pass


def test_a_deadline_is_for_all_batches(driver: Driver, server: Server) -> None:
    """A deadline ends the call, not each batch."""
    gate = server.gate()

    def hang(request: Request) -> list[Step]:
        return [gate]

    scripts: list[Script] = [lengths, hang]
    server.answer(*scripts)
    with pytest.raises(apertis.APITimeoutError, match="deadline"):
        create(driver, input=["a", "b"], batch_size=1, deadline=0.2)
    gate.open()
