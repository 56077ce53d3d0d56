"""Send requests and receive responses: backends, HTTP clients, the connection pool.

Only this package uses httpcore, and it raises its errors and those of httpx. It imports no more of
ours than `_errors`, log lines, late imports and how bodies are decompressed. Start reading in
`backend.py`, which says what the core needs of a backend.
"""
