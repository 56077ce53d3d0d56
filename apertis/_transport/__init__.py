"""Send requests and receive responses: backends, HTTP clients, the connection pool.

This room knows httpx, httpcore and aiohttp, and raises their errors; moving to another HTTP library
would change nothing else. It imports nothing of ours but the base classes of `_errors`. Start
reading in `backend.py`, which says what the core needs of a backend.
"""
