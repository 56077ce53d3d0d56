"""Use the command `apertis`: ask, make JSON, lend it a tool, hold a conversation, find a fault."""

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

TOOL = '''
def population(city: str) -> int:
    """Return how many people live in a city."""
    return {"Oslo": 717_710, "Bergen": 291_940}.get(city, 0)
'''


def run(*arguments: str, given: str = "", status: int = 0) -> None:
    """Run `apertis`, which writes to the output of this program, and has to end as told."""
    print(f"\n$ {f'echo {shlex.quote(given)} | ' if given else ''}apertis {shlex.join(arguments)}")
    command = [sys.executable, "-m", "apertis", *arguments]
    environment = {**os.environ, "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    done = subprocess.run(
        command,
        input=given,
        text=True,
        stderr=subprocess.STDOUT,
        cwd=folder,
        env=environment,
        check=False,
    )
    if done.returncode != status:
        sys.exit(f"the exit status is {done.returncode}, not {status}")


with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    (folder / "tools.py").write_text(TOOL)

    run("config", "set", "model", "gpt-4.1-mini")
    run("ask", "-s", "Answer in one word.", "What is the capital of Norway?")
    run("ask", "-o", "max_tokens=40", "Summarize this.", given="Ships sail. Ships carry goods.")
    run("ask", "--schema", "city:str, country:str", "Which city has the Eiffel Tower?")
    run("ask", "--usage", "--yes", "-T", "tools:population", "How many people live in Oslo?")
    run("ask", "-o", "temperature=hot", "Is it hot?", status=2)
    run("models")
    exact = ("-o", "temperature=0")
    run("chat", *exact, given="What is the capital of Italy?\n/tokens\n/save italy")
    run("chat", "-c", "italy", *exact, given="And that of Spain?\n/undo\nAnd that of France?")
    run("chat", "--list")
    run("doctor")
    run("doctor", "--base-url", "http://127.0.0.1:9/v1", status=1)
    body = '{"model": "m", "messages": [{"role": "user", "content": "Hi"}], "max_tokens": 3}'
    run("request", "POST", "/chat/completions", "--stream", "-d", body)
