"""Use the command `apertis`: ask, pipe a text into it, make JSON, lend it a tool, embed."""

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


def run(*arguments: str, given: str = "") -> None:
    """Run `apertis`, which writes to the output of this program."""
    print(f"\n$ {f'echo {shlex.quote(given)} | ' if given else ''}apertis {shlex.join(arguments)}")
    command = [sys.executable, "-m", "apertis", *arguments]
    environment = {**os.environ, "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    done = subprocess.run(command, input=given, text=True, cwd=folder, env=environment, check=False)
    if done.returncode:
        print(f"exit status {done.returncode}")


with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    (folder / "tools.py").write_text(TOOL)

    run("config", "set", "model", "gpt-4.1-mini")
    run("ask", "-s", "Answer in one word.", "What is the capital of Norway?")
    run("ask", "-o", "max_tokens=40", "Summarize this.", given="Ships sail. Ships carry goods.")
    run("ask", "--schema", "city:str, country:str", "Which city has the Eiffel Tower?")
    run("ask", "--usage", "--yes", "-T", "tools:population", "How many people live in Oslo?")
    run("ask", "-o", "temperature=hot", "Is it hot?")  # wrong: the exit status is 2
    run("models", "4.1")
    run("request", "GET", "/models", "--timeout", "60")
