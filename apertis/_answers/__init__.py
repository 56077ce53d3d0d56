"""What the answers of all APIs for conversations have in common: chat, messages, responses.

That is tool runs, streams of typed events, and output that is parsed. Each API says in an
`AnswerForm` how it asks and answers. May import `_core`, `_streaming`, `_schema`, `_tracing` and
`_errors`. Start reading with `form`. The modules `sync_*.py` are generated from `async_*.py`.
"""
