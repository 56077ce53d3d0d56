"""Images, recordings, the web: mistakes that a type checker must report, as in `wrong_uses`."""

# ruff: noqa: B018  an expression that is only looked at is enough here

from __future__ import annotations

from typing import TYPE_CHECKING

from apertis import audio_part, image_part, video_part

if TYPE_CHECKING:
    from apertis import Apertis, AsyncApertis, ChatCompletion, ChatCompletionChunk, Stream


def ask_about_images(client: Apertis, *, maybe: bool) -> None:
    ask = client.chat.completions.create_with_image
    ask("m", "Hi")  # error
    ask("m", "Hi", None)  # error
    ask("m", "Hi", 3)  # error
    ask("m", b"Hi", "cat.png")  # error
    ask("m", "Hi", "cat.png", "high")  # error
    ask("m", "Hi", "cat.png", details="high")  # error
    ask("m", "Hi", "cat.png", messages=[])  # error
    ask("m", "Hi", "cat.png", temperature="hot")  # error
    ask("m", "Hi", "cat.png").text  # error
    ask("m", "Hi", "cat.png", stream=True).choices  # error
    ask("m", "Hi", "cat.png", stream=maybe).choices  # error
    chunks: Stream[ChatCompletionChunk] = ask("m", "Hi", "cat.png")  # error
    print(chunks)


def ask_about_recordings(client: Apertis) -> None:
    ask = client.chat.completions.create_with_audio
    ask("m", "Hi", ["talk.mp3"])  # error
    ask("m", "Hi", "talk.mp3", output_voice=3)  # error
    ask("m", "Hi", "talk.mp3", output_voice={"name": "alloy"})  # error
    ask("m", "Hi", "talk.mp3", audio={"voice": "alloy", "format": "wav"})  # error
    ask("m", "Hi", "talk.mp3", voice="alloy")  # error


def search(client: Apertis) -> None:
    ask = client.chat.completions.create_with_web_search
    ask()  # error
    ask("gpt-5-search-api", "What is new?")  # error
    ask("What is new?", contextsize="low")  # error
    ask("What is new?", allowed_domains=[3])  # error
    ask("What is new?", country=49)  # error


async def ask_asynchronously(client: AsyncApertis) -> None:
    its = client.chat.completions
    its.create_with_image("m", "Hi", "cat.png").choices  # error
    answer: ChatCompletion = its.create_with_web_search("Hi")  # error
    print(answer)
    for _ in its.create_with_audio("m", "Hi", "talk.mp3", stream=True):  # error
        pass
    (await its.create_with_image("m", "Hi", "cat.png")).text  # error


def write_messages_by_hand() -> None:
    image_part()  # error
    image_part("cat.png", "high")  # error
    image_part(None)  # error
    image_part("cat.png")["url"]  # error
    audio_part("talk.mp3", format="mp3")  # error
    audio_part(["talk.mp3"])  # error
    video_part("clip.mp4", detail="low")  # error
