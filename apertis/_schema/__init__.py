"""Make strict JSON schemas of Python types and functions, and read JSON as values of them.

May import `_errors` and `apertis_client`; pydantic only where it is needed. Start reading in
`response_format.py`, or for tools in `tool.py`.
"""
