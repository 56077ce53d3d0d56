"""`apertis._transport.watcher`: functions are called when they are due, by one thread."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest

from apertis._transport.watcher import Watcher, watcher
from tests.server import PATIENCE


def test_one_thread_serves_all() -> None:
    """Functions are called in the order of their times, by the same thread."""
    watch = Watcher()
    called: list[tuple[int, int]] = []
    done = threading.Event()

    def call(number: int) -> None:
        called.append((number, threading.get_ident()))
        if number == 3:
            done.set()

    for number in (3, 1, 2):
        watch.add(number, number / 50, lambda number=number: call(number))  # type: ignore[misc]

    assert done.wait(PATIENCE)
    assert [number for number, _ in called] == [1, 2, 3]
    assert len({thread for _, thread in called}) == 1


def test_what_was_removed_is_not_called() -> None:
    """A function that was removed in time is not called, and nothing is kept of it."""
    watch = Watcher()
    called: list[str] = []
    done = threading.Event()
    watch.add("a", 0.02, lambda: called.append("a"))
    watch.add("b", 0.03, done.set)
    watch.remove("a")

    assert done.wait(PATIENCE)
    assert called == []
    assert not watch._due


def test_a_failure_does_not_end_the_thread() -> None:
    """A function that raises is logged, and the next is called."""
    watch = Watcher()
    done = threading.Event()
    watch.add("a", 0.0, lambda: 1 / 0)
    watch.add("b", 0.01, done.set)

    assert done.wait(PATIENCE)


def test_nothing_runs_before_the_first() -> None:
    """There is no thread while nothing has had a deadline."""
    make = "apertis.Apertis(api_key='sk-0123456789')"
    program = f"import threading, apertis; client = {make}; print(threading.active_count())"
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )

    assert done.stdout == "1\n"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_child_has_a_thread_of_its_own() -> None:
    """Deadlines hold in a child process, whose parent's thread is not there."""
    watcher().add("a", PATIENCE, int)
    child = os.fork()
    if child == 0:
        done = threading.Event()
        watcher().add("b", 0.01, done.set)
        os._exit(0 if done.wait(PATIENCE) else 1)
    watcher().remove("a")

    assert os.waitpid(child, 0)[1] == 0
