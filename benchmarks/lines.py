"""The lines of the table: what is measured, what it is compared to, and its limit."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["LINES", "PEERS", "Line", "Measured"]

PEERS = ("vendor", "openai")


class Measured(NamedTuple):
    """A client and what it does: a figure of `startup.py`, or a task of `worker.py`."""

    client: str
    task: str


class Line(NamedTuple):
    """A line of the table.

    Attributes:
        name: The name that `--only` takes.
        title: What the table prints.
        task: What is measured: a figure of `startup.py`, or a task of `worker.py`.
        unit: The unit of the figures.
        limit: The limit of the ratio, or of the figure itself where `is_absolute`.
        is_absolute: Whether the limit is that of the figure.
        over: A task of the same client to compare with, in place of the same task of httpx.
        over_client: The client to compare with, in place of httpx.
        client: Which of our clients is measured.
        peers: The other clients that are measured.
    """

    name: str
    title: str
    task: str
    unit: str
    limit: float
    is_absolute: bool = False
    over: str = ""
    over_client: str = "httpx"
    client: str = "ours"
    peers: tuple[str, ...] = PEERS

    @property
    def is_startup(self) -> bool:
        """Whether each sample takes a new process."""
        return self.task in {"import", "modules", "construct", "answer", "https", "memory"}

    @property
    def is_peak(self) -> bool:
        """Whether the peak of the memory is measured, after a task was done once."""
        return self.unit == "MB" and not self.is_startup

    def base(self, client: str) -> Measured:
        """Return what a client is compared to."""
        if self.over:
            return Measured(client, self.over)
        return Measured(self.over_client, self.task)


# What is more, or else, than text in each chunk.
_CHUNKS = {
    "usage": "a chunk with usage",
    "obfuscation": "a chunk with obfuscation",
    "logprobs": "a chunk with log probabilities",
    "choices": "a chunk of one of two choices",
    "calls": "a chunk of one of two tool calls",
    "reasoning": "a chunk of reasoning",
}

LINES = (
    Line("import", "import both clients", "import", "ms", 25, is_absolute=True),
    Line("modules", "modules that this loads", "modules", "", 40, is_absolute=True),
    Line("construct", "import and construct both clients", "construct", "ms", 1.15),
    Line("answer", "import, construct both, first response", "answer", "ms", 1.20),
    Line("https", "the same over https", "https", "ms", 0.75, peers=()),
    Line("call", "one small call, sync", "call", "µs", 0.30),
    Line("acall", "one small call, async", "acall", "µs", 0.25),
    Line("long-call", "a call with 500 messages", "long-500", "µs", 1.00),
    Line("crowd", "200 concurrent async calls", "crowd-200", "µs", 0.10),
    Line("threads", "32 threads on one client", "threads-32", "µs", 0.25, peers=()),
    Line("stream", "a streamed chunk, sync", "stream-2000", "µs", 0.70),
    Line("astream", "a streamed chunk, async", "astream-2000", "µs", 0.70),
    *(
        Line(f"{task}-{kind}", f"{title}, {how}", f"{task}-{kind}-2000", "µs", 1.00, peers=())
        for kind, title in _CHUNKS.items()
        for task, how in (("stream", "sync"), ("astream", "async"))
    ),
    *(
        Line(
            f"traced-{name}",
            f"{title}, traced by OpenTelemetry",
            task,
            "µs",
            1.00,
            client="ours-traced",
            over_client="httpx-traced",
            peers=(),
        )
        for name, title, task in (
            ("call", "one small call, sync", "call"),
            ("acall", "one small call, async", "acall"),
            ("crowd", "200 concurrent async calls", "crowd-200"),
            ("stream", "a streamed chunk, sync", "stream-2000"),
            ("astream", "a streamed chunk, async", "astream-2000"),
        )
    ),
    *(
        Line(
            f"{task}-{api}",
            f"a typed event of {api}, {how}, over {peer}",
            f"{task}-{api}-2000",
            "µs",
            0.30,
            over_client=peer,
            peers=(),
        )
        for api, peer in (("messages", "anthropic"), ("responses", "openai"))
        for task, how in (("typed", "sync"), ("atyped", "async"))
    ),
    Line("memory", "peak memory of the process", "memory", "MB", 1.15),
    Line(
        "gather",
        "accumulating 10,000 chunks, over iterating",
        "gather-10000",
        "µs",
        1.75,
        over="stream-10000",
        peers=(),  # one of them is quadratic, and would take minutes
    ),
    Line(
        "gather-1000",
        "accumulating 1,000 chunks, over iterating",
        "gather-1000",
        "µs",
        1.75,
        over="stream-1000",
    ),
    *(
        Line(
            f"gather-memory{kind}",
            f"peak memory of accumulating 100,000 chunks{title}, over 1,000",
            f"gather{kind}-100000",
            "MB",
            1.10,
            over=f"gather{kind}-1000",
            peers=(),
        )
        for kind, title in (("", ""), ("-usage", " with usage"))
    ),
    *(
        Line(
            f"large-{what}{extra}",
            f"{title} of an answer of 20 MB{with_extra}, over `json.loads`",
            "large-20",
            unit,
            1.10,
            over="largeloads-20",
            client=f"ours{extra}",
            peers=(),
        )
        for extra, with_extra in (("", ""), ("-orjson", ", extra `orjson`"))
        for what, title, unit in (("time", "CPU time", "ms"), ("memory", "peak memory", "MB"))
    ),
    Line("decode", "decoding a chunk, over `json.loads`", "decode", "µs", 2.20, over="loads"),
    Line(
        "decode-orjson",
        "decoding a chunk, extra `orjson`, over `json.loads`",
        "decode",
        "µs",
        1.00,
        over="loads",
        client="ours-orjson",
    ),
    Line(
        "vectors",
        "2,048 embeddings to numpy, over lists of openai",
        "vectors-2048",
        "ms",
        0.25,
        over_client="openai",
        client="ours-numpy",
        peers=(),
    ),
    Line(
        "vectors-memory",
        "peak memory of 2,048 embeddings to numpy, over lists of openai",
        "vectors-2048",
        "MB",
        0.60,
        over_client="openai",
        client="ours-numpy",
        peers=(),
    ),
    Line(
        "vectors-lists",
        "2,048 embeddings to lists, over those of openai",
        "vectors-2048",
        "ms",
        0.80,
        over_client="openai",
        peers=(),
    ),
)
