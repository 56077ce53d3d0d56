"""Sends a call: checks its settings and options, prepares, sends, repeats and decodes it.

May import `_transport`, `_tracing` and what these may import. Start reading at
`engine.Engine.send`.
"""
