"""The exceptions of the library, and what a failed response is turned into.

May import `apertis_client` and late imports. Start reading at `tree`, the exception classes;
`from_response` chooses among them. What an error body says is read by
`apertis_client._runtime.error_body`; what is secret in it is hidden by `secrets`.
"""
