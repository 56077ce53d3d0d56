"""Bulk runs: a file of requests, or any iterable of them, sent many at once.

A run keeps what was answered if it is killed, and goes on where it stopped. May import `chat` and
what that may import, but not `resources`: operations are all that it needs of the API. Start
reading at `run.Run`, whose workers do everything: they take a row from the `source`, have it named
by the `register`, send it by `attempts.PacedEngine`, append its line to the `journal`, and hand on
its result. `pace` decides when an attempt may begin.
"""
