"""Mistakes that a type checker must report, each in a line that ends in a comment. Never run."""

# ruff: noqa: B018  an expression that is only looked at is enough here

from __future__ import annotations

import httpx

from apertis import (
    Apertis,
    APIError,
    APIStatusError,
    AsyncApertis,
    ChatCompletion,
    ChatCompletionChunk,
    ChatCompletionMessageParam,
    ContentPart,
    FunctionToolDict,
    Outcome,
    RetryPolicy,
    Stream,
    TextContentPart,
    TextMessage,
    UserMessage,
)
from apertis_client import AuthenticatedClient, Client
from apertis_client.api.chat import create_chat_completion
from apertis_client.api.models import retrieve_model

MESSAGES: list[ChatCompletionMessageParam] = []


def make_clients() -> None:
    Apertis("key")  # error
    Apertis(api_key=7)  # error
    Apertis(apikey="key")  # error
    Apertis(base_url=httpx.URL("https://example.com"))  # error
    Apertis(timeout="5")  # error
    Apertis(max_retries="2")  # error
    Apertis(max_retries=1.5)  # error
    Apertis(default_headers={"X-Count": 1})  # error
    Apertis(default_headers=["X-Team"])  # error
    Apertis(http_client=httpx.AsyncClient())  # error
    AsyncApertis(http_client=httpx.Client())  # error
    AsyncApertis("key")  # error


def change_clients(client: Apertis, async_client: AsyncApertis) -> None:
    client.with_options(max_retries="2")  # error
    client.with_options(5)  # error
    client.with_options(retries=2)  # error
    client.with_options(http_client=httpx.AsyncClient())  # error
    client.copy(timeout="5")  # error
    client.with_options(timeout=5).chat.completion  # error
    async_client.with_options(http_client=httpx.Client())  # error
    client.base_url = "https://example.com"  # error
    with async_client:  # error
        pass


def misspell(client: Apertis) -> None:
    client.chat.completion.create(model="m", messages=MESSAGES)  # error
    client.chat.completions.creat(model="m", messages=MESSAGES)  # error
    client.chat.completions.create(model="m", messages=MESSAGES, temprature=1)  # error
    client.chat.completions.create(model="m", messages=MESSAGES, max_token=1)  # error
    client.chat.completions.create(model="m", messages=MESSAGES, time_out=1)  # error
    client.chat.completions.create(model="m", messages=MESSAGES, extra_header={})  # error


def leave_out(client: Apertis) -> None:
    client.chat.completions.create()  # error
    client.chat.completions.create(model="m")  # error
    client.chat.completions.create(messages=MESSAGES)  # error
    client.chat.completions.create("m", MESSAGES)  # error


def mistake_types(client: Apertis) -> None:
    client.chat.completions.create(model=1, messages=MESSAGES)  # error
    client.chat.completions.create(model="m", messages="Hello!")  # error
    client.chat.completions.create(model="m", messages={"role": "user"})  # error
    client.chat.completions.create(model="m", messages=MESSAGES, temperature="hot")  # error
    client.chat.completions.create(model="m", messages=MESSAGES, max_tokens=1.5)  # error
    client.chat.completions.create(model="m", messages=MESSAGES, stop=7)  # error
    client.chat.completions.create(model="m", messages=MESSAGES, stream="yes")  # error
    client.chat.completions.create(model="m", messages=MESSAGES, metadata={"a": 1})  # error
    client.chat.completions.create(model="m", messages=MESSAGES, tools=[{}])  # error
    client.chat.completions.create(model="m", messages=MESSAGES, logit_bias=[1])  # error
    client.chat.completions.create(model="m", messages=MESSAGES, fallback_models=[1])  # error


def mistake_options(client: Apertis) -> None:
    client.chat.completions.create(model="m", messages=MESSAGES, timeout="5")  # error
    client.chat.completions.create(model="m", messages=MESSAGES, max_retries="2")  # error
    client.chat.completions.create(model="m", messages=MESSAGES, deadline="1 s")  # error
    client.chat.completions.create(model="m", messages=MESSAGES, extra_body=[1])  # error
    client.chat.completions.create(model="m", messages=MESSAGES, extra_headers={"a": 1})  # error
    client.models.list(limit=5)  # error
    client.models.list(timeout="5")  # error
    client.models.retrieve()  # error
    client.models.retrieve(1)  # error


def mistake_messages(client: Apertis) -> None:
    create = client.chat.completions.create
    create(model="m", messages=["Hello!"])  # error
    create(model="m", messages=[{"content": "Hello!"}])  # error
    create(model="m", messages=[{"role": "usr", "content": "Hello!"}])  # error
    create(model="m", messages=[{"role": "user"}])  # error
    create(model="m", messages=[{"role": "user", "content": 7}])  # error
    create(model="m", messages=[{"role": "user", "contents": "Hello!"}])  # error
    create(model="m", messages=[{"role": "tool", "content": "21"}])  # error
    create(model="m", messages=[{"role": "", "content": "Hello!"}])  # error
    create(model="m", messages=[TextMessage(role="usr", content="Hello!")])  # error
    parts: list[ContentPart] = [{"type": "text"}]  # error
    parts = [{"text": "Hello!"}]  # error
    parts = [{"type": "txt"}]  # error
    parts = ["Hello!"]  # error
    create(model="m", messages=[{"role": "user", "content": parts, "nme": "Ann"}])  # error
    MESSAGES.append({"role": "user"})  # error
    MESSAGES.append({"role": "usr", "content": "Hello!"})  # error
    UserMessage("Hello!")  # error
    UserMessage()  # error
    UserMessage(content=7)  # error
    TextContentPart(txt="Hello!")  # error


def mistake_tools(client: Apertis) -> None:
    create = client.chat.completions.create
    tool: FunctionToolDict = {"type": "function"}  # error
    tool = {"type": "function", "function": {"description": "No name."}}  # error
    tool = {"type": "function", "function": {"name": "f", "parameter": {}}}  # error
    create(model="m", messages=MESSAGES, tools=tool)  # error
    create(model="m", messages=MESSAGES, tool_choice={"type": "function"})  # error
    create(model="m", messages=MESSAGES, response_format="json")  # error
    create(model="m", messages=MESSAGES, response_format={"type": "json_schema"})  # error


def read_answers(completion: ChatCompletion) -> None:
    completion.choice  # error
    completion.choices[0].messages  # error
    completion.choices[0].message.contents  # error
    completion.choices[0].message.content.upper()  # error
    completion.choices["0"]  # error
    completion.choices[0].delta  # error
    completion.usage.total_tokens  # error
    completion.requestid  # error
    completion.fallback.model  # error
    completion.rate_limit.reset.year  # error
    len(completion)  # error
    for _ in completion.choices[0].message.tool_calls:  # error
        pass


def read_streams(client: Apertis, stream: Stream[ChatCompletionChunk]) -> None:
    client.chat.completions.create(model="m", messages=MESSAGES, stream=True).choices  # error
    client.chat.completions.create(model="m", messages=MESSAGES).text_deltas()  # error
    stream.choices  # error
    stream[0]  # error
    len(stream)  # error
    stream.text  # error
    next(stream).choices[0].message  # error
    next(stream).choices[0].delta.text  # error
    for _ in client.chat.completions.create(model="m", messages=MESSAGES):  # error
        pass


def take_a_stream_for_an_answer(client: Apertis, *, stream: bool) -> None:
    answer = client.chat.completions.create(model="m", messages=MESSAGES, stream=stream)
    answer.choices  # error
    answer.text_deltas()  # error


async def await_what_does_not_wait(client: Apertis) -> None:
    await client.chat.completions.create(model="m", messages=MESSAGES)  # error
    await client.chat.completions.create(model="m", messages=MESSAGES, stream=True)  # error
    await client.models.list()  # error
    create = client.chat.completions.create
    async for _ in create(model="m", messages=MESSAGES, stream=True):  # error
        pass
    async with client:  # error
        pass


async def forget_to_await(client: AsyncApertis) -> None:
    client.chat.completions.create(model="m", messages=MESSAGES).choices  # error
    client.chat.completions.create(model="m", messages=MESSAGES)  # error
    client.models.list().data  # error
    for _ in client.chat.completions.create(model="m", messages=MESSAGES, stream=True):  # error
        pass
    async for _ in client.chat.completions.create(model="m", messages=MESSAGES):  # error
        pass
    stream = await client.chat.completions.create(model="m", messages=MESSAGES, stream=True)
    stream.choices  # error
    for _ in stream:  # error
        pass
    with stream:  # error
        pass
    stream.get_final_completion().choices  # error


async def mistake_async_calls(client: AsyncApertis) -> None:
    await client.chat.completions.create(model="m", messages=MESSAGES, temprature=1)  # error
    await client.chat.completions.create(model="m", messages=MESSAGES, temperature="hot")  # error
    await client.chat.completions.create(model="m", messages=[{"content": "Hello!"}])  # error
    await client.chat.completions.create(model="m", messages=MESSAGES, timeout="5")  # error


def read_errors(error: APIError, status_error: APIStatusError) -> None:
    error.status_code  # error
    error.messages  # error
    status_error.retry_after  # error
    status_error.status  # error


class Impatient(RetryPolicy):
    """Counts attempts in words."""

    def delay(self, attempt: str, outcome: Outcome) -> float | None:  # error
        return 0.0


def call_generated_functions(client: AuthenticatedClient, anyone: Client) -> None:
    create_chat_completion.sync(client=client)  # error
    create_chat_completion.sync(client=client, body={"model": "m"})  # error
    create_chat_completion.sync(client=anyone, body={"model": "m", "messages": []})  # error
    create_chat_completion.sync(client=client, body={"model": "m", "messages": [], "x": 1})  # error
    retrieve_model.sync(client=client)  # error
    AuthenticatedClient()  # error
