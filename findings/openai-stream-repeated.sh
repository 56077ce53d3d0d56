#!/bin/sh
# openai 3.57.0: the helper that adds up a chat stream joins what is there twice, be it a role or
# the ID of a tool call, and adds numbers and booleans.
#
# Some servers put the role in every chunk, and the ID and name of a tool call in each of its
# pieces; the format allows both. `stream.get_final_completion()` then has a role that is no role,
# which a server refuses once the message is sent back, and the name of a tool that is not there.
# Fields of the server's own go the same way. No error is raised, although the type of a role is
# one literal.
#
# Seen with openai 3.57.0 and httpx2 2.16.2 on Python 3.11:
#
#   role in both: assistantassistant
#   ID and name in both: c1c1, findfind
#   own fields in both: {'seconds': 10, 'cached': 2}
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


def piece(arguments: str) -> dict[str, object]:
    function = {"name": "find", "arguments": arguments}
    return {"tool_calls": [{"index": 0, "id": "c1", "type": "function", "function": function}]}


def add_up(*deltas: dict[str, object]) -> dict[str, object]:
    choices = [{"index": 0, "delta": delta, "finish_reason": None} for delta in deltas]
    choices.append({"index": 0, "delta": {}, "finish_reason": "stop"})
    events = [json.dumps(HEAD | {"choices": [choice]}) for choice in choices]
    body = "".join(f"data: {event}\n\n" for event in [*events, "[DONE]"])

    def answer(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, headers={"content-type": "text/event-stream"}, text=body)

    http = httpx2.Client(transport=httpx2.MockTransport(answer))
    client = openai.OpenAI(api_key="none", max_retries=0, http_client=http)
    with client.chat.completions.stream(model="m", messages=[]) as stream:
        return stream.get_final_completion().choices[0].message.to_dict()


role = add_up({"role": "assistant", "content": "H"}, {"role": "assistant", "content": "i"})["role"]
print(f"role in both: {role}")
call = add_up(piece('{"a":'), piece("1}"))["tool_calls"][0]
print(f"ID and name in both: {call['id']}, {call['function']['name']}")
fields = {"seconds": 5, "cached": True}
message = add_up(fields, fields)
own = {name: message[name] for name in fields}
print(f"own fields in both: {own}")
seen = [role, call["id"], call["function"]["name"], own]
sys.exit(seen != ["assistantassistant", "c1c1", "findfind", {"seconds": 10, "cached": 2}])
PYTHON
