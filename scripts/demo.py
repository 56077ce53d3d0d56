"""Run the examples one after another, against a real model.

    python scripts/demo.py                    all of them
    python scripts/demo.py streaming errors   only these

The model is a small one on this machine (see local_model.py), unless the environment says
otherwise: APERTIS_API_KEY alone means the live service, APERTIS_BASE_URL with it another one.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from local_model import LocalModelError, local_model

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
FIRST = "quickstart"
# What the small model on this machine cannot do.
BEYOND_LOCAL_MODEL = {
    "audio": "hear recordings",
    "credits": "say what a key has left to spend",
    "image": "see images",
    "images": "make images",
    "message_parts": "see images",
    "rerank": "order documents",
    "speech": "speak and hear",
    "video_tasks": "make videos",
    "videos": "make videos",
}


class DemoError(Exception):
    """The demo cannot begin."""


def main() -> int:
    """Run the examples that the command line names; 0 if all went well."""
    try:
        programs = _programs(_names())
        with _service() as environment:
            return _run_all(programs, environment)
    except (DemoError, LocalModelError) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nStopped.")
        return 130
    except BrokenPipeError:  # the output was piped into a program that has stopped reading
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _names() -> list[str]:
    parser = argparse.ArgumentParser(description="Run the examples against a real model.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="an example (default: all)")
    names: list[str] = parser.parse_args().names
    return names


def _programs(names: Sequence[str]) -> list[Path]:
    known = {path.stem: path for path in sorted(EXAMPLES.glob("*.py"), key=_quickstart_first)}
    wanted = [Path(name).stem for name in names] or list(known)
    if unknown := [name for name in wanted if name not in known]:
        raise DemoError(f"No such example: {', '.join(unknown)}. There are: {', '.join(known)}.")
    return [known[name] for name in wanted]


def _quickstart_first(path: Path) -> tuple[bool, str]:
    return path.stem != FIRST, path.stem


@contextlib.contextmanager
def _service() -> Generator[dict[str, str]]:
    """Yield the environment for the programs, which says where the service is."""
    key = os.environ.get("APERTIS_API_KEY")
    base_url = os.environ.get("APERTIS_BASE_URL") or os.environ.get("APERTIS_API_BASE")
    if base_url and not key:
        raise DemoError("APERTIS_BASE_URL is set, but APERTIS_API_KEY is not.")
    if key:
        print(f"Using {base_url or 'the live service'}, with the key in APERTIS_API_KEY.")
        yield {}
        return
    print("No APERTIS_API_KEY is set: using a small model on this machine.", flush=True)
    with local_model() as server:
        yield {
            "APERTIS_BASE_URL": server.base_url,
            "APERTIS_API_KEY": server.api_key,
            # A proxy that the environment names cannot reach this machine's loopback.
            "no_proxy": "127.0.0.1",
        }


def _run_all(programs: Sequence[Path], environment: dict[str, str]) -> int:
    began = time.monotonic()
    if environment:  # the local model
        programs = [program for program in programs if not _left_out(program)]
    failed = [program.name for program in programs if not _succeeds(program, environment)]
    took = f"{time.monotonic() - began:.1f} s"
    if failed:
        print(f"\n{len(failed)} of {len(programs)} failed, in {took}: {', '.join(failed)}")
        return 1
    print(f"\n{len(programs)} of {len(programs)} ran well, in {took}.")
    return 0


def _left_out(program: Path) -> bool:
    beyond = BEYOND_LOCAL_MODEL.get(program.stem)
    if beyond:
        print(_heading(program))
        print(f"Left out: the model on this machine cannot {beyond}; with APERTIS_API_KEY it runs.")
    return bool(beyond)


def _succeeds(program: Path, environment: dict[str, str]) -> bool:
    print(_heading(program), flush=True)
    # stderr is kept back: it would have a traceback if Ctrl-C reaches the program.
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as errors:
        status = subprocess.run(
            [sys.executable, program],
            env=os.environ | environment | {"PYTHONUNBUFFERED": "1"},
            stderr=errors,
            check=False,
        ).returncode
        errors.seek(0)
        print(errors.read(), end="", flush=True)
    return status == 0


def _heading(program: Path) -> str:
    docstring = ast.get_docstring(ast.parse(program.read_text(encoding="utf-8"))) or ""
    summary, *_ = docstring.splitlines() or [""]
    title = f"{program.name}: {summary}"
    if sys.stdout.isatty() and "NO_COLOR" not in os.environ:
        return f"\n\033[1m{title}\033[0m\n"
    return f"\n{title}\n{'-' * len(title)}"


if __name__ == "__main__":
    sys.exit(main())
