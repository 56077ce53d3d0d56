"""The Messages API: everything that is more than one call of it.

That is accumulating events, the events of `messages.stream`, structured output and tool runs. May
import `_answers`, and what that may import. Start reading with `async_methods`, which has the
methods of `client.messages`. The modules `sync_*.py`, and those that say so, are generated.
"""
