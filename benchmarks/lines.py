"""The lines of the table: what is measured, against what, and what it may cost at most."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["LINES", "PEERS", "Line"]

PEERS = ("vendor", "openai")


class Line(NamedTuple):
    """A line of the table.

    Attributes:
        name: What `--only` calls it.
        title: What the table calls it.
        task: What is done: a figure of `startup.py`, or a task of `worker.py`.
        unit: What a figure is shown in.
        limit: What the ratio may be at most, or the figure itself where there is no `base`.
        base: The task that it is compared to.
        base_client: Whose task that is; None where each client is compared to itself.
        client: Which of our clients does it.
        with_peers: Whether the others do it, too.
    """

    name: str
    title: str
    task: str
    unit: str
    limit: float
    base: str | None = None
    base_client: str | None = None
    client: str = "ours"
    with_peers: bool = True

    @property
    def at_startup(self) -> bool:
        """Whether each sample takes a new process."""
        return self.task in {"import", "modules", "construct", "answer", "memory"}


# Compared to httpx doing the same.
_HTTPX = [
    Line("construct", "import and construct both clients", "construct", "ms", 1.15),
    Line("answer", "import, construct both and get the first answer", "answer", "ms", 1.20),
    Line("call", "one small call, sync", "call", "µs", 0.90),
    Line("acall", "one small call, async", "acall", "µs", 1.00),
    Line("long-call", "a call with 500 messages", "long-500", "µs", 1.00),
    Line("stream", "a streamed chunk, sync", "stream-2000", "µs", 1.20),
    Line("astream", "a streamed chunk, async", "astream-2000", "µs", 1.20),
    Line("crowd", "200 concurrent async calls", "crowd-200", "µs", 1.00),
    Line(
        "crowd-aiohttp",
        "200 concurrent async calls, extra `aiohttp`",
        "crowd-200",
        "µs",
        0.25,
        client="ours-aiohttp",
    ),
    Line("memory", "peak memory of the process", "memory", "MB", 1.15),
]
# Compared to something else that the same client does.
_ITSELF = {
    "stream-10000": Line(
        "gather",
        "gathering 10,000 chunks, over iterating",
        "gather-10000",
        "µs",
        1.5,
        with_peers=False,  # with 1,000 one of them needs half a second
    ),
    "stream-1000": Line(
        "gather-1000", "gathering 1,000 chunks, over iterating", "gather-1000", "µs", 1.5
    ),
    "loads": Line("decode", "decoding a chunk, over `json.loads`", "decode", "µs", 2.2),
}
_ORJSON = Line("decode-orjson", "decoding a chunk, extra `orjson`", "decode", "µs", 1.0)

LINES = (
    Line("import", "import both clients, nothing constructed", "import", "ms", 25),
    Line("modules", "modules of that, over a bare interpreter", "modules", "", 40),
    *(line._replace(base=line.task, base_client="httpx") for line in _HTTPX),
    *(line._replace(base=base) for base, line in _ITSELF.items()),
    _ORJSON._replace(base="loads", client="ours-orjson"),
)
