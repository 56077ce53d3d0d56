"""`apertis._importing`: calls import nothing, and a fork waits for what a resource imports."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.server import DONE, Server, chunk, completion, event_stream, json_reply

pytestmark = pytest.mark.wire

CHUNK = chunk("stop", content="Hi")
CALLS = [
    "create(model='m', messages=M, deadline=9)",
    "create(model='m', messages=M, stream=True)",
    "create(model='m', messages=M, temperature=2)",
]

BEGIN = """
import asyncio, pickle, sys, apertis
if FAILS:
    import httpx, apertis._transport.body  # which nothing but failures needs
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
        server.answer(event_stream(CHUNK, DONE))
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
import asyncio, importlib.abc, os, signal, sys, threading, apertis
client = apertis.CLASS(api_key="sk-0123456789", base_url="http://127.0.0.1:1", max_retries=0)
M = [{"role": "user", "content": "Hi"}]
importing, forking = threading.Event(), threading.Event()

class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "MODULE" and not importing.is_set():
            importing.set()
            forking.wait()

def first():
    BEFORE

def tool() -> str:
    '''Say it.

    Returns:
        It.
    '''

def call():
    try:
        found = CALL
        if asyncio.iscoroutine(found):
            asyncio.run(within(found))
    except apertis.ApertisError:
        pass

async def within(found):
    await found

first()
sys.meta_path.insert(0, Finder())
os.register_at_fork(before=forking.set)  # called before those that are there already
thread = threading.Thread(target=call)
thread.start()
assert importing.wait(9), "nothing imports MODULE"
child = os.fork()
if child == 0:
    signal.alarm(10)
    call()
    os._exit(0)
thread.join()
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
CREATE = "client.chat.completions.create(model='m', messages=M)"
RUN = "client.chat.completions.run_tools(tools=[tool], model='m', messages=M)"
SOUND = "client.audio.transcriptions.create(file=b'ID3' + bytes(9), model='m')"
RUNTIME = "__import__('apertis_client._runtime', fromlist=['json_text', 'response'])"
GBK = f"{RUNTIME}.json_text.decode_text(b'\\xfc', 'charset=gbk')"
UTF16 = f"{RUNTIME}.json_text.decode_text(b'{{\\0}}\\0')"
HTTPS = "client.with_options(base_url='https://127.0.0.1:1').models.list()"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
@pytest.mark.parametrize(
    ("cls", "module", "call", "before"),
    [
        ("Apertis", "apertis.resources.audio", "client.audio.speech", "pass"),
        ("Apertis", "certifi", HTTPS, "pass"),
        ("Apertis", "apertis._core.form_body", SOUND, "client.audio"),
        ("AsyncApertis", "anyio._backends._asyncio", SOUND, "client.audio"),
        ("Apertis", "pydantic.type_adapter", CREATE.replace("create", "parse"), "client.chat"),
        ("Apertis", "docstring_parser", RUN, "client.chat"),
        ("Apertis", "apertis._tracing.call", CREATE, "import opentelemetry.trace"),
        ("Apertis", "dateutil", f"{RUNTIME}.response.header_time('2026-01-01')", "pass"),
        ("Apertis", "encodings.gb18030", GBK, "pass"),
        ("Apertis", "encodings.utf_16_le", UTF16, "pass"),
    ],
)
def test_a_fork_while_a_call_imports(cls: str, module: str, call: str, before: str) -> None:
    """A fork waits for what a call of another thread imports, so that the child can import it."""
    call = call.replace("parse(", "parse(response_format=int, ")
    program = FORK
    for name, value in {"CLASS": cls, "MODULE": module, "CALL": call, "BEFORE": before}.items():
        program = program.replace(name, value)
    command = [sys.executable, "-W", "ignore::DeprecationWarning", "-c", program]

    without = ("SSL_CERT_FILE", "SSL_CERT_DIR")  # which stand for the certificates of certifi
    environment = {name: value for name, value in os.environ.items() if name not in without}

    subprocess.run(command, check=True, timeout=30, env=environment)
