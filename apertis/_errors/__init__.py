"""The exceptions of the library, and what a failed response is turned into.

Imports nothing of ours but `apertis_client`. Start reading at `tree`, the exception classes;
`from_response` chooses among them. Both use `error_body` and `secrets`.
"""
