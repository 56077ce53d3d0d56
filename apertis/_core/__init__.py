"""Sends a call: checks its settings and options, prepares, sends, repeats and decodes it.

May import `_transport` and `_errors`. Start reading at `engine.Engine.send`.
"""
