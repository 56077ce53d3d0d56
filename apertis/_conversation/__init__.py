"""Conversations: the messages so far, the calls that add to them, and files of them.

May import every other package: a conversation is made of a client. Start reading with
`conversation`.
"""
