"""Send requests and receive responses: backends, HTTP clients, the connection pool.

Only this package uses httpcore, and it raises the errors of httpx. It imports nothing of ours but
the base classes of `_errors`. Start reading in `backend.py`, which says what the core needs.
"""
