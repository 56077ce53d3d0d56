"""The exceptions of the library, and what a failed response is turned into.

Imports nothing of ours but `apertis_client`. Start reading at `tree`, the exception classes;
`from_response` chooses among them. `error_body` and `secrets` are what both rest on.
"""
