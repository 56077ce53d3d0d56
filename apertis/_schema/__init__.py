"""Make strict JSON schemas of Python types and functions, and read JSON as values of them.

May import `_errors` and `apertis_client`; pydantic only inside of functions. Start reading at
`response_format.py`, or for tools at `tool.py`.
"""
