# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `LogitBias`."""

from __future__ import annotations

from typing import TypeAlias

LogitBias: TypeAlias = dict[str, float]
"""Maps a token id, as a string, to what is added to the token's logit before sampling. The lowest
value bans a token, the highest all but forces it. Each value: -100.0 to 100.0.
"""
