# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `ResponseTruncation`."""

from typing import Literal, TypeAlias

ResponseTruncation: TypeAlias = Literal[
    "auto",
    "disabled",
]
"""What happens to a conversation that is too long: `auto` leaves out its middle, `disabled` is an
error.
"""
