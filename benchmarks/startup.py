"""The first moments of a program with a client: imports, constructors, an answer, and a stream.

    python benchmarks/startup.py CLIENT URL KEY   prints what it cost, a figure a line

Run anew for each sample, by the interpreter of the client's own environment.
"""

import sys
import time

from benchmarks.clients import client_named

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

    from benchmarks.payloads import CHUNK_TEXT, QUESTION, TEXT, conversation, streamed

    begin = time.process_time()
    text = client.call(sync, QUESTION)
    answered = made + time.process_time() - begin

    long_answer = client.call(sync, conversation(500))
    length = client.stream(sync, streamed(_CHUNKS))
    if (text, long_answer, length) != (TEXT, TEXT, _CHUNKS * len(CHUNK_TEXT)):
        raise AssertionError("what was measured was not done")
    print("import", loaded)
    print("construct", made)
    print("answer", answered)
    print("memory", peak_kilobytes())
    print("version", client.version())
    print("modules", *modules)


def peak_kilobytes() -> int:
    """Return the most memory that this process has had resident."""
    try:  # what `getrusage` says begins with the peak of the process that started this one
        with open("/proc/self/status", encoding="ascii") as lines:  # noqa: PTH123  pathlib is memory
            return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main()
