"""What a bulk run uses: tokens and money, in all and by model."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Mapping
from typing import Any, Final

from apertis_client._runtime.json_object import is_object

__all__ = ["BEFORE", "Costs", "Usage", "positive_number", "read_usage"]

BEFORE: Final = "usage_before"  # the member of a line with the usage of failures before it

_COST_HEADER: Final = b"x-litellm-response-cost"


class Usage:
    """Tokens and money.

    Attributes:
        calls: How many answers this is of.
        input_tokens: Tokens of the requests.
        cached_tokens: Those of them that the server had in its cache.
        output_tokens: Tokens of the answers.
        reasoning_tokens: Those of them that the model thought with.
        cost: Money, in the currency of the gateway or of the prices.
        is_cost_stated: Whether the gateway said it.
        model: The model that answered; empty for several.
    """

    __slots__ = (
        "cached_tokens",
        "calls",
        "cost",
        "input_tokens",
        "is_cost_stated",
        "model",
        "output_tokens",
        "reasoning_tokens",
    )

    def __init__(self) -> None:
        self.calls = self.input_tokens = self.cached_tokens = 0
        self.output_tokens = self.reasoning_tokens = 0
        self.cost = 0.0
        self.is_cost_stated = False
        self.model = ""

    @property
    def tokens(self) -> int:
        """The tokens of requests and answers."""
        return self.input_tokens + self.output_tokens

    def add(self, other: Usage) -> None:
        """Add what something else used."""
        self.calls += other.calls
        self.input_tokens += other.input_tokens
        self.cached_tokens += other.cached_tokens
        self.output_tokens += other.output_tokens
        self.reasoning_tokens += other.reasoning_tokens
        self.cost += other.cost

    def to_dict(self) -> dict[str, Any]:
        """Return the usage of an answer in the shape of the API."""
        said: dict[str, Any] = {
            "model": self.model,
            "prompt_tokens": self.input_tokens,
            "completion_tokens": self.output_tokens,
            "prompt_tokens_details": {"cached_tokens": self.cached_tokens},
            "completion_tokens_details": {"reasoning_tokens": self.reasoning_tokens},
        }
        return {**said, "cost": self.cost} if self.cost else said

    def __repr__(self) -> str:
        return f"Usage({', '.join(f'{name}={getattr(self, name)!r}' for name in self.__slots__)})"


class Costs:
    """Adds up what answers used.

    Args:
        prices: By model, the prices of a million tokens: ``input``, ``output``, and ``cached`` for
            those of the input that the server had in its cache.

    Attributes:
        total: What all answers used.
        models: The same by the model that answered.
        unpriced: A model whose answers cost nobody knows how much; None if there is none.
        uncounted: A model of which an answer came without the number of its tokens.
    """

    def __init__(self, prices: Mapping[str, Mapping[str, float]] | None = None) -> None:
        self.prices = prices or {}
        self.total = Usage()
        self.models: dict[str, Usage] = {}
        self.unpriced: str | None = None
        self.uncounted: str | None = None

    def add(self, body: Any, fields: Mapping[bytes, bytes], model: str = "") -> Usage | None:
        """Add what an answer used, and return it; None where the server does not say.

        Args:
            body: The answer.
            fields: Its headers, by lower-case name.
            model: The model that was asked.
        """
        members = _members(body)
        reported = members.get("usage")
        stated = positive_number(
            _members(reported).get("cost"), members.get("cost"), fields.get(_COST_HEADER)
        )
        answered = str(members.get("model") or model)
        price = self.prices.get(model) or self.prices.get(answered)
        if stated is None and (price is None or not reported):
            self.unpriced = answered
        usage = read_usage(reported)
        if not usage.tokens:
            self.uncounted = answered
        if not reported and stated is None:
            return None
        usage.model = answered
        if stated is not None:
            usage.cost, usage.is_cost_stated = stated, True
        elif price is not None:
            fresh = usage.input_tokens - usage.cached_tokens
            usage.cost = 1e-6 * (
                fresh * price["input"]
                + usage.cached_tokens * price.get("cached", price["input"])
                + usage.output_tokens * price.get("output", 0)
            )
        self.total.add(usage)
        self.models.setdefault(answered, Usage()).add(usage)
        return usage

    def restore(self, line: Mapping[str, Any]) -> list[Usage]:
        """Add what the row of a line of an output used, and return that of each of its answers."""
        earlier = [*(line.get(BEFORE) or ()), line.get("usage")]
        bodies = [
            {"usage": each, "model": each.get("model")} for each in filter(is_object, earlier)
        ]
        if is_object(response := line.get("response")):
            bodies.append({**response, "cost": line.get("cost")})
        used = [usage for body in bodies if (usage := self.add(body, {})) is not None]
        for usage in used:  # a line does not say whether its cost was stated or is by prices
            usage.is_cost_stated &= not self.prices
        return used


def read_usage(reported: Any) -> Usage:
    """Return what the ``usage`` of an answer says."""
    said = _members(reported).get
    usage = Usage()
    usage.calls = 1
    usage.input_tokens = _count(said("prompt_tokens") or said("input_tokens"))
    usage.output_tokens = _count(said("completion_tokens") or said("output_tokens"))
    cached = _count(said("cache_read_input_tokens"))  # of messages, where they come on top
    usage.input_tokens += cached + _count(said("cache_creation_input_tokens"))
    if details := said("prompt_tokens_details") or said("input_tokens_details"):
        cached = cached or _count(_members(details).get("cached_tokens"))
    usage.cached_tokens = min(cached, usage.input_tokens)
    rest = max(_count(said("total_tokens")) - usage.tokens, 0)
    if usage.tokens:  # some servers leave what a model has thought out of all numbers but the sum
        usage.output_tokens += rest
    else:
        usage.input_tokens = rest
    if details := said("completion_tokens_details") or said("output_tokens_details"):
        usage.reasoning_tokens = _count(_members(details).get("reasoning_tokens"))
    return usage


def positive_number(*said: Any) -> float | None:
    """Return the first of several values that is a finite number, 0 or more; None without one."""
    for each in said:
        if each is not None and not isinstance(each, bool):
            with contextlib.suppress(TypeError, ValueError, OverflowError):
                if 0 <= (number := float(each)) < math.inf:
                    return number
    return None


def _count(value: Any) -> int:
    return value if type(value) is int and value > 0 else 0


def _members(value: Any) -> dict[str, Any]:
    """Return the members of an object, which may be a model; none where it is no object."""
    return value if is_object(value) else getattr(value, "__dict__", {})
