"""`create_with_image`, `create_with_audio`, `create_with_web_search`: what is sent, what comes."""

from __future__ import annotations

import asyncio
import base64
import threading
from pathlib import Path
from typing import Any

import pytest

from apertis import (
    AsyncApertis,
    AsyncStream,
    ChatCompletion,
    Stream,
    audio_part,
    image_part,
    video_part,
)
from apertis.chat.async_media import AsyncMediaMethods
from apertis.chat.sync_media import MediaMethods
from apertis.resources.chat import AsyncCompletions, Completions
from tests.drivers import KEY, NOTHING_IS_SENT, Driver
from tests.server import DONE, Server, chunk, completion, event_stream, json_reply

pytestmark = pytest.mark.wire

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
GIF = b"GIF89a\x01\0\x01\0"
WAV = b"RIFF\x24\0\0\0WAVEfmt "
MP4 = b"\0\0\0\x20ftypisom\0\0\x02\0"
CLIP = "https://example.com/clip.mp4"
CAT = "https://example.com/cat.png"
STREAM = event_stream(
    chunk(content="A cat"),
    chunk("stop"),
    DONE,
)


class MediaCompletions(Completions, MediaMethods):
    """The completions of a client, with the methods."""


class AsyncMediaCompletions(AsyncCompletions, AsyncMediaMethods):
    """The completions of an asynchronous client, with the methods."""


@pytest.fixture
def completions(driver: Driver) -> Any:
    """Return completions that have the methods, sync or async."""
    kind = MediaCompletions if driver.name == "sync" else AsyncMediaCompletions
    return kind(driver.client()._engine)


def data_url(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def image(url: str, detail: str = "auto") -> dict[str, Any]:
    return {"type": "image_url", "image_url": {"url": url, "detail": detail}}


def text(text: str) -> dict[str, str]:
    return {"type": "text", "text": text}


def test_an_image(driver: Driver, server: Server, completions: Any) -> None:
    """The prompt comes before the image; the answer is a completion."""
    server.answer(json_reply(completion("A cat.")))
    answer = driver.wait(completions.create_with_image("gpt-4.1", "What is this?", CAT))

    assert isinstance(answer, ChatCompletion)
    assert answer.choices[0].message.content == "A cat."
    assert server.requests[0].json == {
        "model": "gpt-4.1",
        "messages": [{"role": "user", "content": [text("What is this?"), image(CAT)]}],
    }


@pytest.mark.parametrize("kind", [list, tuple])
def test_several_images(
    driver: Driver, server: Server, completions: Any, tmp_path: Path, kind: Any
) -> None:
    """Images of all sorts go in their order, behind the system message."""
    (tmp_path / "cat").write_bytes(PNG)
    server.answer(json_reply(completion()))
    images = kind([CAT, tmp_path / "cat", str(tmp_path / "cat"), GIF])
    driver.wait(
        completions.create_with_image(
            "gpt-4.1", "Compare.", images, detail="low", system="Be short.", max_tokens=9
        )
    )
    urls = [CAT, *[data_url("image/png", PNG)] * 2, data_url("image/gif", GIF)]

    assert server.requests[0].json == {
        "model": "gpt-4.1",
        "messages": [
            {"role": "system", "content": "Be short."},
            {"role": "user", "content": [text("Compare."), *(image(url, "low") for url in urls)]},
        ],
        "max_tokens": 9,
    }


def test_no_prompt(driver: Driver, server: Server, completions: Any) -> None:
    """A prompt that is empty is no part of the message: some providers refuse one."""
    server.answer(json_reply(completion()), json_reply(completion()))
    driver.wait(completions.create_with_image("gpt-4.1", "", CAT))
    driver.wait(completions.create_with_audio("gpt-4o-audio-preview", "", WAV))

    assert [part["type"] for part in server.requests[0].json["messages"][0]["content"]] == [
        "image_url"
    ]
    assert [part["type"] for part in server.requests[1].json["messages"][0]["content"]] == [
        "input_audio"
    ]


def test_a_recording(driver: Driver, server: Server, completions: Any) -> None:
    """Without a voice, the answer to a recording is text."""
    server.answer(json_reply(completion()))
    driver.wait(completions.create_with_audio("gpt-4o-audio-preview", "What is said?", WAV))
    audio = {"data": base64.b64encode(WAV).decode(), "format": "wav"}

    assert server.requests[0].json == {
        "model": "gpt-4o-audio-preview",
        "messages": [
            {
                "role": "user",
                "content": [text("What is said?"), {"type": "input_audio", "input_audio": audio}],
            }
        ],
    }


def test_a_spoken_answer(driver: Driver, server: Server, completions: Any) -> None:
    """With a voice, the answer is text and speech."""
    message = {"role": "assistant", "audio": {"id": "audio_1", "data": "AAAA"}}
    server.answer(json_reply(completion(choices=[{"index": 0, "message": message}])))
    answer = driver.wait(
        completions.create_with_audio(
            "gpt-4o-audio-preview",
            "ResponseModel.",
            b"\0\1",
            audio_format="pcm16",
            output_voice="alloy",
            output_format="mp3",
            system="Be kind.",
        )
    )
    body = server.requests[0].json

    assert answer.choices[0].message.audio.data == "AAAA"
    assert body["modalities"] == ["text", "audio"]
    assert body["audio"] == {"voice": "alloy", "format": "mp3"}
    assert body["messages"][0] == {"role": "system", "content": "Be kind."}
    assert body["messages"][1]["content"][1]["input_audio"]["format"] == "pcm16"


def test_a_voice_by_its_id(driver: Driver, server: Server, completions: Any) -> None:
    """A voice may be an object with its id; an answer in WAV is asked for unless said otherwise."""
    server.answer(json_reply(completion()))
    driver.wait(completions.create_with_audio("m", "Hi", WAV, output_voice={"id": "voice_1"}))

    assert server.requests[0].json["audio"] == {"voice": {"id": "voice_1"}, "format": "wav"}


@NOTHING_IS_SENT
def test_a_format_without_a_voice(driver: Driver, completions: Any) -> None:
    """A format of the spoken answer needs a voice, or it would say nothing."""
    for output_format in ("mp3", "wav"):
        with pytest.raises(TypeError, match="for spoken answers: pass output_voice as well"):
            driver.wait(completions.create_with_audio("m", "", WAV, output_format=output_format))


@NOTHING_IS_SENT
@pytest.mark.parametrize(
    ("country", "error"),
    [("France", ValueError), ("F", ValueError), ("", ValueError), (33, TypeError)],
)
def test_a_country_that_is_none(driver: Driver, completions: Any, country: Any, error: Any) -> None:
    """A country is a code of two letters; the message shows one."""
    with pytest.raises(error, match=r"country must be (a two-letter ISO code such as 'FR'|text)"):
        driver.wait(completions.create_with_web_search("Hi", country=country))


def test_parts_in_messages(driver: Driver, server: Server, completions: Any) -> None:
    """Parts go into messages by hand, beside text, as the API has them."""
    server.answer(json_reply(completion()), STREAM)
    parts = [text("Compare."), image_part(PNG), audio_part(WAV), video_part(MP4), video_part(CLIP)]
    asked: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": parts}]}
    driver.wait(completions.create(**asked))
    driver.all(completions.create(stream=True, **asked))
    audio = {"data": base64.b64encode(WAV).decode(), "format": "wav"}

    for request in server.requests:
        assert request.json["messages"][0]["content"] == [
            text("Compare."),
            image(data_url("image/png", PNG)),
            {"type": "input_audio", "input_audio": audio},
            {"type": "video_url", "video_url": {"url": data_url("video/mp4", MP4)}},
            {"type": "video_url", "video_url": {"url": CLIP}},
        ]


def test_a_web_search(driver: Driver, server: Server, completions: Any) -> None:
    """A search asks the model for it with a middle amount of context, from nowhere."""
    server.answer(json_reply(completion()))
    driver.wait(completions.create_with_web_search("What is new?"))

    assert server.requests[0].json == {
        "model": "gpt-5-search-api",
        "messages": [{"role": "user", "content": "What is new?"}],
        "web_search_options": {"search_context_size": "medium"},
    }


def test_a_web_search_from_somewhere(driver: Driver, server: Server, completions: Any) -> None:
    """Domains become filters, and what is known of the place its approximation."""
    server.answer(json_reply(completion()))
    driver.wait(
        completions.create_with_web_search(
            "What is on tonight?",
            model="gpt-4o-search-preview",
            context_size="high",
            allowed_domains=["example.com", "bücher.example"],
            country="FR",
            city="Lyon",
            system="ResponseModel in French.",
            web_results_count=None,
        )
    )
    body = server.requests[0].json

    assert body["model"] == "gpt-4o-search-preview"
    assert body["messages"][0] == {"role": "system", "content": "ResponseModel in French."}
    assert body["web_search_options"] == {
        "search_context_size": "high",
        "filters": ["example.com", "bücher.example"],
        "user_location": {
            "type": "approximate",
            "approximate": {"country": "FR", "city": "Lyon"},
        },
    }


CALLS: dict[str, Any] = {
    "image": lambda its, **params: its.create_with_image("m", "Hi", PNG, **params),
    "audio": lambda its, **params: its.create_with_audio("m", "Hi", WAV, **params),
    "web search": lambda its, **params: its.create_with_web_search("Hi", **params),
}
EACH_CALL = pytest.mark.parametrize("call", CALLS.values(), ids=CALLS.keys())


@EACH_CALL
def test_a_stream(driver: Driver, server: Server, completions: Any, call: Any) -> None:
    """With `stream=True` each gives the stream that `create` gives."""
    server.answer(STREAM)
    stream = driver.wait(call(completions, stream=True))

    assert isinstance(stream, Stream if driver.name == "sync" else AsyncStream)
    assert driver.wait(stream.get_final_completion()).choices[0].message.content == "A cat"
    assert server.requests[0].json["stream"] is True


@EACH_CALL
def test_iterating_and_entering_the_call(
    driver: Driver, server: Server, completions: Any, call: Any
) -> None:
    """What comes with `stream=True` is iterated and entered without awaiting it, too."""
    server.answer(STREAM, STREAM)

    assert len(driver.all(call(completions, stream=True))) == 2
    with driver.entered(call(completions, stream=True)) as stream:
        assert driver.all(stream.text_deltas()) == ["A cat"]


@EACH_CALL
@pytest.mark.parametrize("stream", [None, False])
def test_everything_else_goes_through(
    driver: Driver, server: Server, completions: Any, call: Any, *, stream: bool | None
) -> None:
    """Parameters of the API and options of the call go to `create`."""
    server.answer(json_reply(completion()))
    headers = {"X-Team": "docs"}
    answer = driver.wait(
        call(completions, stream=stream, seed=7, extra_headers=headers, extra_body={"top_k": 2})
    )
    (request,) = server.requests

    assert isinstance(answer, ChatCompletion)
    assert (request.json["seed"], request.json["top_k"]) == (7, 2)
    assert request.all("X-Team") == ["docs"]


@NOTHING_IS_SENT
@EACH_CALL
def test_an_argument_that_create_does_not_take(driver: Driver, completions: Any, call: Any) -> None:
    """An unknown argument is refused as by `create`."""
    with pytest.raises(TypeError, match="takes no argument 'sed'; did you mean 'seed'"):
        driver.wait(call(completions, sed=7))


@NOTHING_IS_SENT
@EACH_CALL
def test_messages_by_hand(driver: Driver, completions: Any, call: Any) -> None:
    """Messages are made here; the message says how to make them by hand."""
    with pytest.raises(
        TypeError, match=r"create_with_\w+ makes the messages itself; .* use create, with"
    ):
        driver.wait(call(completions, messages=[]))


@NOTHING_IS_SENT
@EACH_CALL
@pytest.mark.parametrize("wanted", [dict, list[int]], ids=["class", "alias"])
def test_a_type_as_response_format(
    driver: Driver, completions: Any, call: Any, *, wanted: Any
) -> None:
    """A type is what `parse` takes, and the message says how to get there."""
    with pytest.raises(
        TypeError, match=r"not the type (dict|list); .* use parse\(\) .* image_part or audio_part"
    ):
        driver.wait(call(completions, response_format=wanted))


@EACH_CALL
def test_a_format_as_response_format(
    driver: Driver, server: Server, completions: Any, call: Any
) -> None:
    """What the API knows as a format goes through."""
    server.answer(json_reply(completion()))
    driver.wait(call(completions, response_format={"type": "json_object"}))

    assert server.requests[0].json["response_format"] == {"type": "json_object"}


@NOTHING_IS_SENT
@EACH_CALL
def test_a_system_message_that_is_no_text(driver: Driver, completions: Any, call: Any) -> None:
    """The system message is text."""
    with pytest.raises(TypeError, match="system must be text, not dict"):
        driver.wait(call(completions, system={}))


@NOTHING_IS_SENT
@pytest.mark.parametrize("method", ["create_with_image", "create_with_audio"])
def test_a_prompt_that_is_no_text(driver: Driver, completions: Any, method: str) -> None:
    """The prompt is text."""
    with pytest.raises(TypeError, match="prompt must be text, not bytes"):
        driver.wait(getattr(completions, method)("m", b"Hi", WAV))
    with pytest.raises(TypeError, match="prompt must be text, not int"):
        driver.wait(completions.create_with_web_search(3))


@NOTHING_IS_SENT
def test_no_image(driver: Driver, completions: Any) -> None:
    """An empty list of images is refused."""
    with pytest.raises(
        ValueError, match="image is an empty list; create_with_image needs at least one"
    ):
        driver.wait(completions.create_with_image("m", "Hi", []))


@NOTHING_IS_SENT
def test_a_missing_file(driver: Driver, completions: Any) -> None:
    """A file that is not there is an error, with and without a stream, and nothing is sent."""
    for method in ("create_with_image", "create_with_audio"):
        with pytest.raises(FileNotFoundError, match="'no/file'"):
            driver.wait(getattr(completions, method)("m", "Hi", "no/file"))
        with pytest.raises(FileNotFoundError, match="'no/file'"):
            driver.all(getattr(completions, method)("m", "Hi", Path("no/file"), stream=True))


def test_modalities_given_twice(driver: Driver, server: Server, completions: Any) -> None:
    """`modalities` goes through, unless `output_voice` sets it."""
    server.answer(json_reply(completion()))
    driver.wait(completions.create_with_audio("m", "Hi", WAV, modalities=["text"]))

    assert server.requests[0].json["modalities"] == ["text"]
    with pytest.raises(
        TypeError, match="create_with_audio sets modalities if output_voice is given; omit one"
    ):
        driver.wait(
            completions.create_with_audio("m", "", WAV, output_voice="alloy", modalities=["text"])
        )


@NOTHING_IS_SENT
@pytest.mark.parametrize("name", ["web_search_options", "web_results_count", "web_content_length"])
def test_another_kind_of_search(driver: Driver, completions: Any, name: str) -> None:
    """What belongs to other kinds of search does not go with this one."""
    with pytest.raises(
        TypeError, match=f"sets web_search_options itself, which cannot be combined with {name}"
    ):
        driver.wait(completions.create_with_web_search("Hi", **{name: 3}))


@NOTHING_IS_SENT
@pytest.mark.parametrize(
    "domain", ["", "https://example.com", "example.com/docs", "example.com:80", "a b", "me@a.b"]
)
def test_a_domain_that_is_none(driver: Driver, completions: Any, domain: str) -> None:
    """A domain has no scheme, no path, no port; the message shows one."""
    with pytest.raises(
        ValueError, match=r"in allowed_domains is not a domain; write 'example\.com'"
    ):
        driver.wait(completions.create_with_web_search("Hi", allowed_domains=["ok.com", domain]))


@NOTHING_IS_SENT
@pytest.mark.parametrize(
    ("domains", "error", "message"),
    [
        ("example.com", TypeError, "allowed_domains must be a list of domains, not str"),
        ({"example.com"}, TypeError, "allowed_domains must be a list of domains, not set"),
        ([3], TypeError, "each of allowed_domains must be text, not int"),
        ([], ValueError, r"allowed_domains must hold 1 to 100 domains, not 0; leave it out"),
        (["a.com"] * 101, ValueError, "allowed_domains must hold 1 to 100 domains, not 101"),
    ],
    ids=["text", "set", "number", "empty", "many"],
)
def test_domains_that_are_none(
    driver: Driver, completions: Any, domains: Any, error: type[Exception], message: str
) -> None:
    """The domains are a list of 1 to 100."""
    with pytest.raises(error, match=message):
        driver.wait(completions.create_with_web_search("Hi", allowed_domains=domains))


def test_files_are_read_off_the_event_loop(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a file is read, the event loop goes on."""
    server.answer(json_reply(completion("A cat.")))
    begun, may_end = threading.Event(), threading.Event()

    def read_slowly(*given: Any, **options: Any) -> Any:
        begun.set()
        assert may_end.wait(10)  # set by the event loop, which has to run meanwhile
        return image_part(GIF)

    monkeypatch.setattr("apertis.chat.media.image_part", read_slowly)

    async def main() -> Any:
        async with AsyncApertis(api_key=KEY, base_url=server.url) as client:
            completions = AsyncMediaCompletions(client._engine)
            asking = asyncio.create_task(completions.create_with_image("m", "Hi", "slow"))
            await asyncio.to_thread(begun.wait, 10)
            may_end.set()
            return await asking

    assert asyncio.run(main()).choices[0].message.content == "A cat."
