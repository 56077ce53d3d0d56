"""Measure the startup of a program with a client: imports, constructors, the first response.

    python benchmarks/startup.py CLIENT URL KEY   prints one figure in each line

A long call and a stream follow, before the peak memory is read; with a URL of https, nothing does.
Each sample is a new process, which the interpreter of the client's own environment runs.
"""

import sys
import time

from benchmarks.clients import client_named

__all__ = ["peak_kilobytes"]

_CHUNKS = 2_000


def main() -> None:
    client = client_named(sys.argv[1])
    begin = time.process_time()
    client.load()
    loaded = time.process_time() - begin
    modules = {name for name in sys.modules if not name.startswith("benchmarks")}

    begin = time.process_time()
    sync, _asynchronous = client.make(sys.argv[2], sys.argv[3])
    made = loaded + time.process_time() - begin

    from benchmarks.payloads import QUESTION, TEXT, conversation, streamed, what_is_read

    begin = time.process_time()
    text = client.call(sync, QUESTION)
    answered = made + time.process_time() - begin
    if sys.argv[2].startswith("https:"):
        print("https", answered)
        return

    long_answer = client.call(sync, conversation(500))
    length = client.stream(sync, streamed(_CHUNKS))
    if (text, long_answer, length) != (TEXT, TEXT, what_is_read(_CHUNKS)):
        raise AssertionError("the client returned something else than what was sent to it")
    print("import", loaded)
    print("construct", made)
    print("answer", answered)
    print("memory", peak_kilobytes())
    print("version", client.version())
    print("modules", *modules)


def peak_kilobytes() -> int:
    """Return the peak of the resident memory of this process."""
    try:  # `getrusage` includes the peak of the process that started this one
        with open("/proc/self/status", encoding="ascii") as lines:  # noqa: PTH123  pathlib takes memory
            return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main()
