"""The helpers for images, recordings and web search, sent to a real server."""

from __future__ import annotations

import pytest

from apertis import Apertis, APIStatusError, AsyncApertis, AsyncStream, Stream
from tests.real.conftest import assert_is_answer

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
WAV = b"RIFF\x24\0\0\0WAVEfmt "
PROMPT = "Say hello."


def test_web_search(client: Apertis) -> None:
    """A question with the options of a search is answered, by a model without one as well."""
    completion = client.chat.completions.create_with_web_search(
        PROMPT,
        context_size="low",
        allowed_domains=["example.com"],
        country="FR",
        city="Paris",
        system="Be short.",
        max_tokens=4,
    )

    assert_is_answer(completion)


def test_streamed_web_search(client: Apertis) -> None:
    """The answer to it may be streamed, as any other."""
    stream = client.chat.completions.create_with_web_search(PROMPT, stream=True, max_tokens=4)

    assert isinstance(stream, Stream)
    assert_is_answer(stream.get_final_completion())


def test_what_the_model_cannot_see(client: Apertis) -> None:
    """A model of text refuses images and recordings; that is the server's error, in its words."""
    with pytest.raises(APIStatusError, match="image") as seen:
        client.chat.completions.create_with_image("any", PROMPT, PNG, max_tokens=4)
    with pytest.raises(APIStatusError, match="audio") as heard:
        client.chat.completions.create_with_audio("any", PROMPT, WAV, max_tokens=4)

    assert seen.value.status_code >= 400
    assert heard.value.status_code >= 400


@pytest.mark.anyio
async def test_asynchronously(async_client: AsyncApertis) -> None:
    """The asynchronous client sends the same."""
    # The server ends some connections right after a stream, when the next call is on its way.
    completions = async_client.with_options(max_retries=2).chat.completions
    assert_is_answer(await completions.create_with_web_search(PROMPT, max_tokens=4))
    stream = await completions.create_with_web_search(PROMPT, stream=True, max_tokens=4)
    assert isinstance(stream, AsyncStream)
    assert_is_answer(await stream.get_final_completion())
    with pytest.raises(APIStatusError, match="image"):
        await completions.create_with_image("any", PROMPT, PNG, max_tokens=4)
