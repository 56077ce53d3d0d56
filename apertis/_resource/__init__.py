"""What generated resources are made of: their base classes, and responses as HTTP gave them.

May import `_core`, `_streaming` and `_errors`. Start reading with `base`: each of its classes sends
the calls of a resource in one way, and a generated class only adds the methods and their types.
`sync_streaming_responses` is generated from `async_streaming_responses`.
"""
