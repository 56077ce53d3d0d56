"""The same for messages and responses: typed events, streams, tools and structured output.

Never run.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any, Literal, assert_type

from pydantic import BaseModel

from apertis import (
    Apertis,
    APIResponse,
    AsyncApertis,
    AsyncStream,
    CitationEvent,
    ContentBlockDeltaEvent,
    ContentBlockDoneEvent,
    InputJSONDelta,
    Message,
    MessageDeltaEvent,
    MessageDoneEvent,
    MessageStartEvent,
    MessageStopEvent,
    MessageStreamEvent,
    OtherContentBlock,
    OtherMessageStreamEvent,
    OtherResponseItem,
    OtherResponseStreamEvent,
    ParsedMessage,
    ParsedResponse,
    ParsedToolUseBlock,
    RedactedThinkingBlock,
    RequestedCall,
    Response,
    ResponseCompletedEvent,
    ResponseDoneEvent,
    ResponseFailedEvent,
    ResponseFunctionCall,
    ResponseOutputMessage,
    ResponseOutputRefusal,
    ResponseOutputText,
    ResponseReasoningItem,
    ResponseStreamEvent,
    ResponseTextDeltaEvent,
    ResponseTextSoFarEvent,
    Stream,
    TextBlock,
    TextDelta,
    ThinkingBlock,
    ToolUseBlock,
    tool,
)


class Cat(BaseModel):
    """A cat."""

    name: str


@tool
def weather(city: str) -> str:
    """Tell the weather."""
    return city


def narrowed_events(client: Apertis) -> None:
    stream = client.messages.create(
        model="m", max_tokens=1, messages=[{"role": "user", "content": "Hi"}], stream=True
    )
    assert_type(stream, Stream[MessageStreamEvent])
    for event in stream:
        if event.type == "message_start":
            assert_type(event, MessageStartEvent)
            assert_type(event.message.usage.input_tokens, int)
        elif event.type == "content_block_delta":
            assert_type(event, ContentBlockDeltaEvent)
            if event.delta.type == "text_delta":
                assert_type(event.delta, TextDelta)
                assert_type(event.delta.text, str)
            elif event.delta.type == "input_json_delta":
                assert_type(event.delta, InputJSONDelta)
        elif event.type == "message_delta":
            assert_type(event, MessageDeltaEvent)
        elif event.type == "message_stop":
            assert_type(event, MessageStopEvent)
        elif isinstance(event, OtherMessageStreamEvent):
            print(event.type.upper(), event["anything"])
    assert_type(stream.get_final_message(), Message)
    assert_type(stream.text_deltas(), Iterator[str])


def matched_events(client: Apertis) -> None:
    for event in client.responses.create(model="m", input="Hi", stream=True):
        match event.type:
            case "response.output_text.delta":
                assert_type(event, ResponseTextDeltaEvent)
                print(event.delta, end="")
            case "response.completed":
                assert_type(event, ResponseCompletedEvent)
                assert_type(event.response.output_text, str)
            case "response.failed":
                assert_type(event, ResponseFailedEvent)
            case _:
                pass
    for event in client.responses.create(model="m", input="Hi", stream=True):
        match event:
            case ResponseTextDeltaEvent(delta=delta):
                assert_type(delta, str)
            case OtherResponseStreamEvent():
                print(event["item_id"])
            case _:
                print(event.sequence_number)
    stream = client.responses.create(model="m", input="Hi", stream=True)
    assert_type(stream, Stream[ResponseStreamEvent])
    assert_type(stream.get_final_response(), Response)


def blocks(client: Apertis) -> None:
    message = client.messages.create(
        model="claude-sonnet-4.5",
        max_tokens=1024,
        system=[{"type": "text", "text": "Hi", "cache_control": {"type": "ephemeral"}}],
        messages=[
            {
                "role": "user",
                "content": [
                    {"type": "text", "text": "What is this?"},
                    {"type": "image", "source": {"type": "url", "url": "u"}},
                    {"type": "document", "source": {"type": "base64", "data": "ZA=="}},
                    OtherContentBlock(type="hologram"),
                ],
            }
        ],
        tools=[{"name": "a", "input_schema": {"type": "object"}}],
        tool_choice={"type": "tool", "name": "a"},
        thinking={"type": "enabled", "budget_tokens": 2000},
    )
    for block in message.content:
        if block.type == "text":
            assert_type(block, TextBlock)
        elif block.type == "tool_use":
            assert_type(block, ToolUseBlock)
            assert_type(block.input, dict[str, Any])
        elif block.type == "thinking":
            assert_type(block, ThinkingBlock)
        elif block.type == "redacted_thinking":
            assert_type(block, RedactedThinkingBlock)
        else:
            assert_type(block, OtherContentBlock)
    client.messages.create(
        model="m",
        max_tokens=1,
        messages=[
            {"role": "assistant", "content": message.content},
            {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "t"}]},
        ],
    )


def items(client: Apertis) -> None:
    response = client.responses.create(
        model="gpt-5-pro",
        input=[
            {"role": "user", "content": "Hi"},
            {"type": "message", "role": "user", "content": [{"type": "input_text", "text": "Hi"}]},
            {"type": "function_call_output", "call_id": "c", "output": "1"},
        ],
        tools=[
            {"type": "web_search"},
            {"type": "function", "name": "a", "parameters": {}},
            {"type": "function", "function": {"name": "b"}},
        ],
        reasoning={"effort": "low"},
        text={"format": {"type": "json_object"}, "verbosity": "low"},
    )
    assert_type(response, Response)
    assert_type(response.output_text, str)
    for item in response.output:
        if item.type == "message":
            assert_type(item, ResponseOutputMessage)
            for part in item.content:
                if part.type == "output_text":
                    assert_type(part, ResponseOutputText)
                elif part.type == "refusal":
                    assert_type(part, ResponseOutputRefusal)
        elif item.type == "function_call":
            assert_type(item, ResponseFunctionCall)
            assert_type(item.arguments, str)
        elif item.type == "reasoning":
            assert_type(item, ResponseReasoningItem)
        else:
            assert_type(item, OtherResponseItem)
    client.responses.create(model="m", input=[*response.output, {"role": "user", "content": "?"}])


def followed(client: Apertis) -> None:
    with client.messages.stream(
        model="m", max_tokens=1, messages=[], tools=[weather], response_format=Cat
    ) as stream:
        for event in stream:
            if event.type == "text":
                assert_type(event.snapshot, str)
            elif event.type == "citation":
                assert_type(event, CitationEvent)
            elif event.type == "content_block_stop":
                assert_type(event, ContentBlockDoneEvent)
                if event.content_block.type == "tool_use":
                    assert_type(event.content_block, ParsedToolUseBlock)
            elif event.type == "message_stop":
                assert_type(event, MessageDoneEvent[Cat])
        assert_type(stream.text_stream, Iterator[str])
        assert_type(stream.get_final_message(), ParsedMessage[Cat])
        assert_type(stream.get_final_text(), str)
        assert_type(stream.current_message_snapshot, Message)
    with client.responses.stream(model="m", input="Hi", response_format=Cat) as events:
        for each in events:
            if each.type == "response.output_text.delta":
                assert_type(each, ResponseTextSoFarEvent)
            elif each.type == "response.completed":
                assert_type(each, ResponseDoneEvent[Cat])
                assert_type(each.response.output_parsed, Cat | None)
        assert_type(events.get_final_response(), ParsedResponse[Cat])


def parsed(client: Apertis) -> None:
    message = client.messages.parse(model="m", max_tokens=1, messages=[], response_format=Cat)
    assert_type(message.parsed, Cat | None)
    response = client.responses.parse(model="m", input="Hi", response_format=Cat, tools=[weather])
    assert_type(response.output_parsed, Cat | None)
    for item in response.output:
        if item.type == "function_call":
            print(item.parsed_arguments)


def parsed_into_what_is_no_class(client: Apertis, either_way: Any) -> None:
    parse, respond = client.messages.parse, client.responses.parse
    word = parse(
        model="m", max_tokens=1, messages=[], response_format=Literal["yes", "no"], tools=[weather]
    )
    assert_type(word.parsed, Literal["yes", "no"] | None)
    cats = parse(model="m", max_tokens=1, messages=[], response_format=list[Cat])
    assert_type(cats, ParsedMessage[list[Cat]])
    assert_type(respond(model="m", input="", response_format=Cat | int), ParsedResponse[Cat | int])
    anything = respond(model="m", input="", response_format=either_way)
    assert_type(anything, ParsedResponse[Any])
    text = respond(model="m", input="", response_format={"type": "json_object"})
    assert_type(text, ParsedResponse[None])
    with client.messages.stream(
        model="m", max_tokens=1, messages=[], response_format=Cat | None
    ) as events:
        assert_type(events.get_final_message(), ParsedMessage[Cat | None])
    with client.responses.stream(model="m", input="", response_format=list[int]) as numbers:
        assert_type(numbers.get_final_response(), ParsedResponse[list[int]])
    run = client.messages.run_tools(
        model="m", max_tokens=1, messages=[], tools=[weather], response_format=Cat | int
    )
    assert_type(run.get_final_message(), ParsedMessage[Cat | int])
    streamed = client.responses.run_tools(
        model="m", input="", tools=[weather], response_format=Literal[1, 2], stream=True
    )
    for turn in streamed:
        assert_type(turn.stream.get_final_response(), ParsedResponse[Literal[1, 2]])


def run(client: Apertis) -> None:
    with client.messages.run_tools(
        model="m", max_tokens=1, messages=[], tools=[weather], stream=True, response_format=Cat
    ) as streamed:
        for turn in streamed:
            for event in turn.stream:
                print(event.type)
            assert_type(turn.run_calls(), list[RequestedCall])
    plain = client.messages.run_tools(model="m", max_tokens=1, messages=[], tools=[weather])
    for answered in plain:
        assert_type(answered.message, ParsedMessage[None])
    assert_type(plain.get_final_message(), ParsedMessage[None])
    ran = client.responses.run_tools(model="m", input="Hi", tools=[weather], response_format=Cat)
    assert_type(ran.get_final_response().output_parsed, Cat | None)


def views(client: Apertis) -> None:
    raw = client.messages.with_raw_response.create(model="m", max_tokens=1, messages=[])
    assert_type(raw, APIResponse[Message])
    streamed = client.responses.with_raw_response.create(model="m", input="Hi", stream=True)
    assert_type(streamed, APIResponse[Stream[ResponseStreamEvent]])


async def asynchronous(client: AsyncApertis) -> None:
    message = await client.messages.create(model="m", max_tokens=1, messages=[])
    assert_type(message, Message)
    stream = await client.messages.create(model="m", max_tokens=1, messages=[], stream=True)
    assert_type(stream, AsyncStream[MessageStreamEvent])
    assert_type(await stream.get_final_message(), Message)
    async with client.messages.stream(model="m", max_tokens=1, messages=[]) as events:
        assert_type(events.text_stream, AsyncIterator[str])
        assert_type(await events.get_final_message(), ParsedMessage[None])
    async for event in client.responses.create(model="m", input="Hi", stream=True):
        if event.type == "response.output_text.delta":
            assert_type(event.delta, str)
    ran = client.messages.run_tools(model="m", max_tokens=1, messages=[], tools=[weather])
    assert_type(await ran, ParsedMessage[None])
    response = await client.responses.parse(model="m", input="Hi", response_format=Cat)
    assert_type(response.output_parsed, Cat | None)
