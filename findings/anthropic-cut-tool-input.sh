#!/bin/sh
# anthropic 2.14.0: a tool call that was cut in its JSON comes out of the stream helper with an
# input that looks whole; a number that was cut is another number.
#
# The helper reads the JSON of a call anew with each piece, by a parser for unfinished JSON, which
# drops what has no end: a text, a half literal, a number that ends with its point. A number has no
# sign of its end, so that 1 of 14 stays. When the answer stops at `max_tokens`, or the body just
# ends, `get_final_message()` returns this input and raises no error: only `stop_reason` tells, as
# "max_tokens" or None. `json.loads` refuses each of these.
#
# Seen with anthropic 2.14.0, jiter 0.19.0 and httpx2 2.16.2 on Python 3.11:
#
#   '{"days": 14}', tool_use: {'days': 14}
#   '{"days": 1', max_tokens: {'days': 1}
#   '{"days": 1', None: {'days': 1}
#   '{"days": 1.', max_tokens: {}
#   '{"to": ["Ann"], "all": fal', max_tokens: {'to': ['Ann']}
#   '{"path": "/srv/old', max_tokens: {}
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --no-compile --disable-pip-version-check \
    anthropic==2.14.0 jiter==0.19.0 httpx2==2.16.2
"$folder/venv/bin/python" - <<'PYTHON'
import json
import sys

import anthropic
import httpx2

START = {
    "id": "1",
    "type": "message",
    "role": "assistant",
    "model": "m",
    "content": [],
    "stop_reason": None,
    "stop_sequence": None,
    "usage": {"input_tokens": 1, "output_tokens": 1},
}
CALL = {"type": "tool_use", "id": "2", "name": "book", "input": {}}


def read(text: str, reason: str | None) -> object:
    piece = {"type": "input_json_delta", "partial_json": text}
    events = [
        {"type": "message_start", "message": START},
        {"type": "content_block_start", "index": 0, "content_block": CALL},
        {"type": "content_block_delta", "index": 0, "delta": piece},
    ]
    if reason:
        end = {"stop_reason": reason, "stop_sequence": None}
        events += [
            {"type": "content_block_stop", "index": 0},
            {"type": "message_delta", "delta": end, "usage": {"output_tokens": 9}},
            {"type": "message_stop"},
        ]
    body = "".join(f"event: {event['type']}\ndata: {json.dumps(event)}\n\n" for event in events)

    def answer(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, headers={"content-type": "text/event-stream"}, text=body)

    http = httpx2.Client(transport=httpx2.MockTransport(answer))
    client = anthropic.Anthropic(api_key="none", max_retries=0, http_client=http)
    with client.messages.stream(model="m", max_tokens=9, messages=[]) as stream:
        message = stream.get_final_message()
    print(f"{text!r}, {message.stop_reason}: {message.content[0].input}")
    return message.content[0].input


rows = [
    ('{"days": 14}', "tool_use", {"days": 14}),
    ('{"days": 1', "max_tokens", {"days": 1}),
    ('{"days": 1', None, {"days": 1}),
    ('{"days": 1.', "max_tokens", {}),
    ('{"to": ["Ann"], "all": fal', "max_tokens", {"to": ["Ann"]}),
    ('{"path": "/srv/old', "max_tokens", {}),
]
seen = [read(text, reason) for text, reason, _ in rows]
sys.exit(seen != [expected for _, _, expected in rows])
PYTHON
