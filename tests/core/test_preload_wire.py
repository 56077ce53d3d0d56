"""`apertis.resources.preload`: the first call of a client imports nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.server import Server, completion, event, event_stream, json_reply

pytestmark = pytest.mark.wire

CHUNK = {"choices": [{"index": 0, "delta": {"content": "Hi"}, "finish_reason": "stop"}]}
CALLS = [
    "create(model='m', messages=M, deadline=9)",
    "create(model='m', messages=M, stream=True)",
    "create(model='m', messages=M, temperature=2)",
]

BEGIN = """
import asyncio, pickle, sys, apertis
if TRACED:
    import opentelemetry.metrics, opentelemetry.trace
M = [{"role": "user", "content": "Hi"}]
client = apertis.CLASS(api_key="sk-0123456789", base_url=sys.argv[1], max_retries=0)
if PICKLED:
    client = pickle.loads(pickle.dumps(client))
"""
SYNC = """
before = set(sys.modules)
try:
    answer = client.chat.completions.CALL
    list(answer) if "stream" in "CALL" else answer.choices[0].message.content
except apertis.BadRequestError as error:
    str(error)
"""
ASYNC = """
async def main():
    try:
        answer = await client.chat.completions.CALL
        if "stream" in "CALL":
            async for _ in answer: pass
    except apertis.BadRequestError as error:
        str(error)

import contextvars
with asyncio.Runner() as runner:
    runner.get_loop()
    before = set(sys.modules)
    runner.run(main())
"""
END = """
print(*(set(sys.modules) - before))
tracing = [name for name in sys.modules if "opentelemetry" in name or "_tracing" in name]
assert TRACED or not tracing, tracing
"""


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("cls", ["Apertis", "AsyncApertis"])
@pytest.mark.parametrize("pickled", [False, True], ids=["made", "pickled"])
@pytest.mark.parametrize("traced", [False, True], ids=["untraced", "traced"])
def test_first_call(server: Server, call: str, cls: str, *, pickled: bool, traced: bool) -> None:
    """Whatever the first call of a client is, every module that it needs is there already."""
    if "stream" in call:
        server.answer(event_stream(event(CHUNK), event(b"[DONE]")))
    elif "temperature" in call:
        server.answer(json_reply({"error": {"message": "no"}}, status=400))
    else:
        server.answer(json_reply(completion()))
    program = BEGIN + (SYNC if cls == "Apertis" else ASYNC) + END
    flags = {"PICKLED": str(pickled), "TRACED": str(traced)}
    for name, value in {"CLASS": cls, "CALL": call, **flags}.items():
        program = program.replace(name, value)
    done = subprocess.run(
        [sys.executable, "-c", program, server.url],
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )

    assert done.stdout.split() == []
    assert len(server.requests) == 1
