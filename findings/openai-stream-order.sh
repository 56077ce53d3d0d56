#!/bin/sh
# openai 3.57.0: the helper that adds up a chat stream ends with an IndexError if the choice with
# the index 1 comes before that with 0.
#
# With `n=2` the chunks of both choices are mixed, and the format promises no order; a server that
# writes two answers at once sends first what is first there. A plain loop over the stream reads
# them. The helper takes the index for a place in its list of choices: those that come in the order
# of their indexes work, and so do two in one chunk. IndexError is none of the client's errors.
#
# Seen with openai 3.57.0 and httpx2 2.16.2 on Python 3.11:
#
#   0 first, loop: 'A' 'B'
#   0 first, helper: 'A' 'B'
#   1 first, loop: 'A' 'B'
#   1 first, helper: IndexError, an OpenAIError: False
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --no-compile --disable-pip-version-check \
    openai==3.57.0 httpx2==2.16.2
"$folder/venv/bin/python" - <<'PYTHON'
import json
import sys

import httpx2
import openai

HEAD = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
TEXTS = {0: "A", 1: "B"}


def choice(index: int, delta: dict[str, str], reason: str | None) -> dict[str, object]:
    return {"index": index, "delta": delta, "finish_reason": reason}


def connect(order: list[int]) -> openai.OpenAI:
    texts = [choice(i, {"role": "assistant", "content": TEXTS[i]}, None) for i in order]
    ends = [choice(i, {}, "stop") for i in order]
    events = [json.dumps(HEAD | {"choices": [one]}) for one in texts + ends]
    body = "".join(f"data: {event}\n\n" for event in [*events, "[DONE]"])

    def answer(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, headers={"content-type": "text/event-stream"}, text=body)

    http = httpx2.Client(transport=httpx2.MockTransport(answer))
    return openai.OpenAI(api_key="none", max_retries=0, http_client=http)


def loop(client: openai.OpenAI) -> list[str]:
    found = {0: "", 1: ""}
    for chunk in client.chat.completions.create(model="m", messages=[], n=2, stream=True):
        for one in chunk.choices:
            found[one.index] += one.delta.content or ""
    return [found[0], found[1]]


def helper(client: openai.OpenAI) -> list[str]:
    with client.chat.completions.stream(model="m", messages=[], n=2) as stream:
        return [one.message.content for one in stream.get_final_completion().choices]


seen = []
for order in ([0, 1], [1, 0]):
    for read in (loop, helper):
        try:
            came = " ".join(repr(text) for text in read(connect(order)))
        except Exception as error:
            own = isinstance(error, openai.OpenAIError)
            came = f"{type(error).__name__}, an OpenAIError: {own}"
        seen.append(came)
        print(f"{order[0]} first, {read.__name__}: {came}")
sys.exit(seen != ["'A' 'B'"] * 3 + ["IndexError, an OpenAIError: False"])
PYTHON
