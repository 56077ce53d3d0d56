"""Runs llmock, which fails as configured and checks its clients, until stdin ends.

It prints its address, and takes its settings from the environment (``LLMOCK_...``).
"""

from __future__ import annotations

import importlib
import random
import socket
import sys
import threading
from typing import Any


def main() -> None:
    # By name: they are not in the environment that type checkers know.
    llmock: Any = importlib.import_module("llmock.main")
    uvicorn: Any = importlib.import_module("uvicorn")
    random.seed(0)
    config = uvicorn.Config(llmock.create_app(), log_level="warning", lifespan="off")
    server = uvicorn.Server(config)
    # The protocol is named so that asyncio sends what there is without waiting for more.
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(128)
        print(f"http://127.0.0.1:{listening.getsockname()[1]}", flush=True)
        threading.Thread(target=stop_at_the_end_of_stdin, args=(server,), daemon=True).start()
        server.run(sockets=[listening])


def stop_at_the_end_of_stdin(server: Any) -> None:
    sys.stdin.read()
    server.force_exit = server.should_exit = True


if __name__ == "__main__":
    main()
