"""`apertis._importing`: calls import nothing, and a fork waits for what a resource imports."""

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
if FAILS:
    import httpx, apertis._transport.response_stream  # which nothing but failures needs
if TRACED:
    import opentelemetry.metrics, opentelemetry.trace
M = [{"role": "user", "content": "Hi"}]
client = apertis.CLASS(api_key="sk-0123456789", base_url=sys.argv[1], max_retries=0)
if PICKLED:
    client = pickle.loads(pickle.dumps(client))
create = client.chat.completions.create
"""
SYNC = """
before = set(sys.modules)
try:
    answer = CALL
    list(answer) if "stream" in "CALL" else answer.choices[0].message.content
except apertis.BadRequestError as error:
    str(error)
"""
ASYNC = """
async def main():
    try:
        answer = await CALL
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
assert FAILS or "httpx" not in sys.modules
tracing = [name for name in sys.modules if "opentelemetry" in name or "_tracing" in name]
assert TRACED or not tracing, tracing
"""


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("cls", ["Apertis", "AsyncApertis"])
@pytest.mark.parametrize("pickled", [False, True], ids=["made", "pickled"])
@pytest.mark.parametrize("traced", [False, True], ids=["untraced", "traced"])
def test_first_call(server: Server, call: str, cls: str, *, pickled: bool, traced: bool) -> None:
    """Whatever the first call of a method is, every module that it needs is there already.

    Only what fails needs httpx.
    """
    fails = "temperature" in call
    if "stream" in call:
        server.answer(event_stream(event(CHUNK), event(b"[DONE]")))
    elif fails:
        server.answer(json_reply({"error": {"message": "no"}}, status=400))
    else:
        server.answer(json_reply(completion()))
    program = BEGIN + (SYNC if cls == "Apertis" else ASYNC) + END
    flags = {"PICKLED": str(pickled), "TRACED": str(traced), "FAILS": str(fails)}
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


FORK = """
import importlib.abc, os, signal, sys, threading, apertis
client = apertis.Apertis(api_key="sk-0123456789")
importing, forking = threading.Event(), threading.Event()

class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "apertis.resources.audio" and not importing.is_set():
            importing.set()
            forking.wait()

sys.meta_path.insert(0, Finder())
os.register_at_fork(before=forking.set)  # called before those that are there already
thread = threading.Thread(target=lambda: client.audio)
thread.start()
importing.wait()
child = os.fork()
if child == 0:
    signal.alarm(10)
    client.audio.speech
    os._exit(0)
thread.join()
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_a_fork_while_a_resource_is_imported() -> None:
    """A child can use a resource that another thread of its parent was importing."""
    program = [sys.executable, "-W", "ignore::DeprecationWarning", "-c", FORK]

    subprocess.run(program, check=True, timeout=30)
