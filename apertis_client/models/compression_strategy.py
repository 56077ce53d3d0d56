# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `CompressionStrategy`."""

from typing import Literal, TypeAlias

CompressionStrategy: TypeAlias = Literal[
    "aggressive",
    "conservative",
    "on",
]
"""The known strategies: `conservative` keeps more, `aggressive` less than `on`."""
