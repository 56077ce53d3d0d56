"""Reads event streams of any endpoint and hands their events on, typed.

May import `_core` and what that may import; what is particular to one endpoint comes in as a
`StreamFormat`. Start reading at `async_stream`, from which `sync_stream` is generated, then
`source`, `reader` and `format`.
"""
