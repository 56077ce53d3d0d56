"""What a real server says no to."""

from __future__ import annotations

import pytest

from apertis import (
    Apertis,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    NotFoundError,
    ResponseFormatJSONSchemaDict,
    UserMessageDict,
)

QUESTION: UserMessageDict = {"role": "user", "content": "Say hello."}
NO_SCHEMA: ResponseFormatJSONSchemaDict = {
    "type": "json_schema",
    "json_schema": {"name": "nonsense", "schema": {"type": "nonsense"}},
}


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_wrong_key(client: Apertis, *, stream: bool) -> None:
    """A key that the server does not know is an `AuthenticationError`, which does not show it."""
    stranger = client.with_options(api_key="wrong-secret")
    with pytest.raises(AuthenticationError) as caught:
        stranger.chat.completions.create(
            model="any", messages=[QUESTION], stream=stream, max_tokens=1
        )

    assert caught.value.status_code == 401
    assert caught.value.message in str(caught.value)
    assert "wrong-secret" not in f"{caught.value} {caught.value!r} {caught.value.body}"


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "streamed"])
def test_request_that_makes_no_sense(client: Apertis, *, stream: bool) -> None:
    """A refused request raises with the server's sentence and its code, though that is a number."""
    with pytest.raises(BadRequestError) as caught:
        client.chat.completions.create(
            model="any",
            messages=[QUESTION],
            response_format=NO_SCHEMA,
            stream=stream,
            max_tokens=1,
        )

    assert caught.value.status_code == 400
    assert caught.value.code == 400
    assert caught.value.type
    assert "nonsense" in caught.value.message
    assert str(caught.value).startswith(caught.value.message)


def test_path_that_the_server_does_not_have(client: Apertis) -> None:
    """Looking up a model, for which this server has no path, is a `NotFoundError`."""
    with pytest.raises(NotFoundError) as caught:
        client.models.retrieve("no/such:model")

    assert caught.value.status_code == 404


def test_answer_that_takes_too_long(client: Apertis) -> None:
    """An answer that does not come in time is an `APITimeoutError`, which says how long it was."""
    with pytest.raises(APITimeoutError) as caught:
        client.chat.completions.create(
            model="any",
            messages=[{"role": "user", "content": "Write a very long story."}],
            max_tokens=2000,
            timeout=0.2,
        )

    assert caught.value.phase == "read"
    assert caught.value.seconds == 0.2
