"""Chat completions: everything that is more than one call of the API.

That is accumulating chunks, events, structured output, tool runs, and parts of messages. May import
`_core`, `_streaming`, `_schema` and `_errors`. Start reading with `async_methods`, which has the
methods of `client.chat.completions`. The modules `sync_*.py` are generated from `async_*.py`.
"""
