"""Drive one client, call by call, as told on standard input; each line in and out is JSON.

python benchmarks/conformance/worker.py CLIENT

`{"url": ..., "mode": "sync"}` makes a client, and answers its version; `{"form": ..., "model": ...,
"prefill": ...}` makes a call, and answers how it ended. Run by the interpreter of the client's own
environment.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
import warnings
from collections.abc import Callable, Coroutine
from typing import Any, cast

from benchmarks.conformance.clients import CLIENTS, Client


async def call(client: Client, form: str, question: dict[str, Any]) -> dict[str, Any]:
    """Make a call; return how it ended."""
    came: list[str] = []
    try:
        if form == "stream":
            read = await client.stream(question, came)
        elif form == "plain":
            read = await client.plain(question)
        else:
            read = await client.gathered(question)
    except Exception as error:  # noqa: BLE001  what clients raise is what is looked at
        kind = type(error)
        status = getattr(error, "status_code", None)
        return {
            "ended": "error",
            "text": "".join(came),
            "error": f"{kind.__module__.partition('.')[0]}.{kind.__qualname__}",
            "documented": client.is_documented(error),
            "status": status if isinstance(status, int) else None,
            "message": str(error),
        }
    return {"ended": "answer", **read._asdict()}


def run_sync(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """Run a coroutine that waits for nothing, outside of any event loop."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value
    raise RuntimeError("a sync client was awaited")


def main() -> None:
    warnings.simplefilter("ignore")
    kind = CLIENTS[sys.argv[1]]
    with asyncio.Runner() as runner:
        client: Client | None = None
        run: Callable[[Any], Any] = run_sync
        for line in sys.stdin:
            task = json.loads(line)
            if "url" in task:
                if client is not None:
                    with contextlib.suppress(Exception):
                        run(client.close())
                client = kind(task["url"], task["mode"])
                run = runner.run if task["mode"] == "async" else run_sync
                said: dict[str, Any] = {"version": client.version()}
            else:
                messages = [{"role": "user", "content": "Count to six."}]
                if task["prefill"]:
                    messages.append({"role": "assistant", "content": "One two "})
                question = {"model": task["model"], "messages": messages}
                said = run(call(cast("Client", client), task["form"], question))
            print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main()
