"""Chat completions: everything that is more than one call of the API.

That is accumulating chunks, events, structured output, tool runs, and parts of messages. May import
`_answers`, and what that may import. Start reading with `async_methods`, which has the methods of
`client.chat.completions`. The modules `sync_*.py` are generated from `async_*.py`.
"""
