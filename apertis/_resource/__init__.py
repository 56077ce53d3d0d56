"""The base classes of generated resources, and the HTTP responses that they return.

May import `_core`, `_streaming` and `_errors`. Start reading in `base.py`. Each class there, and in
`views.py`, is for one kind of result; a generated class only adds the methods and their types.
`sync_streaming_responses` is generated from `async_streaming_responses`.
"""
