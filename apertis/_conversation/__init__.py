"""Conversations: the messages so far, the calls that add to them, and files of them.

May import every other package, since a conversation has a client. Start reading in
`async_conversation.py`; the modules `sync_*.py` are generated from `async_*.py`.
"""
