"""Send requests and receive responses: backends, HTTP clients, the connection pool.

Only this package uses httpcore, and it raises its errors and those of httpx. It imports nothing of
ours but the base classes of `_errors` and how bodies are decompressed. Start reading in
`backend.py`, which says what the core needs of a backend.
"""
