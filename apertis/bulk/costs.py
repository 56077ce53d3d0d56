"""What a bulk run uses: tokens and money, in all and by model, and the limits of them."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Mapping
from typing import Any, Final

from apertis_client._runtime.json_object import is_object

__all__ = ["Costs", "Usage"]

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
    """

    __slots__ = (
        "cached_tokens",
        "calls",
        "cost",
        "input_tokens",
        "output_tokens",
        "reasoning_tokens",
    )

    def __init__(self) -> None:
        self.calls = self.input_tokens = self.cached_tokens = 0
        self.output_tokens = self.reasoning_tokens = 0
        self.cost = 0.0

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

    def __repr__(self) -> str:
        return f"Usage({', '.join(f'{name}={getattr(self, name)!r}' for name in self.__slots__)})"


class Costs:
    """Adds up what answers used, and says whether another row may be asked.

    A row is taken to use as much as the one that used most so far.

    Args:
        prices: By model, the prices of a million tokens: ``input``, ``output``, and ``cached`` for
            those of the input that the server had in its cache.
        max_cost: What the run may cost.
        max_tokens: How many tokens it may use.

    Attributes:
        total: What all answers used.
        models: The same by the model that answered.
        unpriced: A model whose answers cost nobody knows how much; None if there is none.
    """

    def __init__(
        self,
        prices: Mapping[str, Mapping[str, float]] | None = None,
        max_cost: float | None = None,
        max_tokens: int | None = None,
    ) -> None:
        self._prices = prices or {}
        self._max_cost = max_cost
        self._max_tokens = max_tokens
        self._highest = Usage()
        self.total = Usage()
        self.models: dict[str, Usage] = {}
        self.unpriced: str | None = None

    def add(self, body: Any, fields: Mapping[bytes, bytes], model: str = "") -> Usage | None:
        """Add what an answer used, and return it; None where the server does not say.

        Args:
            body: The answer.
            fields: Its headers, by lower-case name.
            model: The model that was asked.
        """
        members = _members(body)
        reported = members.get("usage")
        stated = _cost(
            _members(reported).get("cost"), members.get("cost"), fields.get(_COST_HEADER)
        )
        answered = str(members.get("model") or model)
        price = self._prices.get(model) or self._prices.get(answered)
        if stated is None and (price is None or not reported):
            self.unpriced = answered
        if not reported and stated is None:
            return None
        usage = read_usage(reported)
        if stated is not None:
            usage.cost = stated
        elif price is not None:
            fresh = usage.input_tokens - usage.cached_tokens
            usage.cost = 1e-6 * (
                fresh * price["input"]
                + usage.cached_tokens * price.get("cached", price["input"])
                + usage.output_tokens * price.get("output", 0)
            )
        self.total.add(usage)
        self.models.setdefault(answered, Usage()).add(usage)
        if usage.tokens > self._highest.tokens:
            self._highest.input_tokens, self._highest.output_tokens = usage.tokens, 0
        self._highest.cost = max(self._highest.cost, usage.cost)
        return usage

    def allow(self, rows: int) -> bool:
        """Return whether so many rows more stay within the limits."""
        if self._max_cost is None and self._max_tokens is None:
            return True
        if self._max_cost is not None and self.unpriced is not None:
            return False
        if not self.total.calls:  # one first, to know what a row uses
            return rows <= 1
        cost = self.total.cost + rows * self._highest.cost
        tokens = self.total.tokens + rows * self._highest.tokens
        return (self._max_cost is None or cost <= self._max_cost * (1 + 1e-9)) and (
            self._max_tokens is None or tokens <= self._max_tokens
        )

    def why_not(self) -> str:
        """Return what a run says that stops because `allow` refused."""
        if self._max_cost is not None and self.unpriced is not None:
            return (
                f"max_cost needs prices: neither they nor the server say what an answer of"
                f" {self.unpriced!r} costs"
            )
        if self._max_cost is not None and self.total.cost + self._highest.cost > self._max_cost:
            return f"another row may cost more than the {self._max_cost:g} of max_cost"
        return f"another row may take more than the {self._max_tokens} tokens of max_tokens_total"


def read_usage(reported: Any) -> Usage:
    """Return what the ``usage`` of an answer says."""
    given = _members(reported)
    details = _members(given.get("prompt_tokens_details") or given.get("input_tokens_details"))
    thought = _members(given.get("completion_tokens_details") or given.get("output_tokens_details"))
    usage = Usage()
    usage.calls = 1
    usage.input_tokens = _count(given.get("prompt_tokens") or given.get("input_tokens"))
    usage.output_tokens = _count(given.get("completion_tokens") or given.get("output_tokens"))
    if not usage.tokens:
        usage.input_tokens = _count(given.get("total_tokens"))
    usage.cached_tokens = _count(details.get("cached_tokens"))
    usage.reasoning_tokens = _count(thought.get("reasoning_tokens"))
    return usage


def _cost(*stated: Any) -> float | None:
    for each in stated:
        with contextlib.suppress(TypeError, ValueError, OverflowError):
            cost = float(each)
            if not isinstance(each, bool) and 0 <= cost < math.inf:
                return cost
    return None


def _count(value: Any) -> int:
    return value if type(value) is int and value > 0 else 0


def _members(value: Any) -> dict[str, Any]:
    """Return the members of an object, which may be a model; none where it is no object."""
    return value if is_object(value) else getattr(value, "__dict__", {})
