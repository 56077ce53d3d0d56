"""Outside scoreboards and corpora, run on this client and on others.

`suites/` has the scenarios as data: what a server does, and what is right, with its source.
`Provider` (`provider.py`) is the server; each client runs in a process of its own (`worker.py`),
driven through its public API (`clients.py`). `judge` (`scenarios.py`) compares what came with what
is right, and `report.py` writes `docs/conformance.md`.
"""
