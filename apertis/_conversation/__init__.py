"""Conversations: the messages so far, the calls that add to them, and files of them.

May import every other package, since a conversation has a client. Start reading with
`async_conversation`; the modules `sync_*.py` are generated from `async_*.py`.
"""
