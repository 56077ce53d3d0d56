"""Conversations: the messages so far, the calls that add to them, and files of them.

May import every other package: a conversation is made of a client. Start reading with
`async_conversation`; the modules `sync_*.py` are generated from `async_*.py`.
"""
