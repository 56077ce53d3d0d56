"""Messages and responses: mistakes that a type checker must report, as in `wrong_uses`."""

# ruff: noqa: B018  an expression that is only looked at is enough here

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apertis import Apertis, AsyncApertis


def wrong_arguments(client: Apertis) -> None:
    client.messages.create(model="m", messages=[])  # error
    client.messages.create(model="m", max_tokens="1", messages=[])  # error
    client.messages.create(model="m", max_tokens=1, messages=[{"role": "user"}])  # error
    client.messages.create(model="m", max_tokens=1, messages=[], tools=[print])  # error
    client.messages.stream(model="m", max_tokens=1, messages=[], stream=True)  # error
    client.responses.create(model="m")  # error
    client.responses.create(model="m", input=1)  # error
    client.responses.create(model="m", input="Hi", tools=[{"name": "a"}])  # error
    client.responses.parse(model="m", input="Hi", messages=[])  # error


def wrong_events(client: Apertis) -> None:
    stream = client.messages.create(model="m", max_tokens=1, messages=[], stream=True)
    for event in stream:
        event.delta  # error
        if event.type == "message_start":
            event.delta  # error
        if event.type == "content_block_delta":
            event.delta.text  # error
    stream.get_final_completion()  # error
    for each in client.responses.create(model="m", input="Hi", stream=True):
        each.delta  # error
        if each.type == "response.completed":
            each.response.output_parsed  # error


def wrong_results(client: Apertis) -> None:
    client.messages.create(model="m", max_tokens=1, messages=[]).content[0].text  # error
    client.responses.create(model="m", input="Hi").output[0].content  # error
    client.messages.parse(model="m", max_tokens=1, messages=[]).parsed.name  # error


async def forgotten(client: AsyncApertis) -> None:
    client.messages.create(model="m", max_tokens=1, messages=[]).content  # error
    client.responses.create(model="m", input="Hi").output_text  # error
    client.responses.stream(model="m", input="Hi").text_stream  # error
