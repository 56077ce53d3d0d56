"""Keeps a run within its limits of money and tokens, by what each row may take at most.

That is: of input a token for each byte of the request, as none is smaller, without what is no text,
such as the data of images; of output as many as the row's own ``max_tokens`` allows. A row that
writes text and has none is refused, as nobody could say what it may take. What this cannot know is
learned from the answers, so that the first row is asked alone: by how many tokens any input was
larger, as with images or with what a gateway adds, and by how many any output passed its limit.
Where the gateway says what an answer costs, a row is taken to cost as much as the dearest, and more
in proportion if it is larger than all.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from .._errors.tree import BulkInputError

if TYPE_CHECKING:
    from .costs import Costs, Usage
    from .rows import Row

__all__ = ["Claim", "Limits", "Need"]

_MOST: Final = ("max_tokens", "max_completion_tokens", "max_output_tokens")


class Need(NamedTuple):
    """What rows may take.

    Attributes:
        rows: How many they are.
        size: The bytes of their text.
        most: The tokens that their outputs may have.
    """

    rows: int = 0
    size: int = 0
    most: int = 0

    def plus(self, other: Need, sign: int = 1) -> Need:
        """Return the need of these rows and others, or without others."""
        return Need(*(one + sign * another for one, another in zip(self, other, strict=True)))


class Claim(NamedTuple):
    """What a row for a model may take; nothing where there are no limits."""

    model: str = ""
    need: Need = Need()


class Limits:
    """The limits of a run.

    Args:
        costs: What all answers used.
        max_cost: What the run may cost.
        max_tokens: How many tokens it may use.
    """

    def __init__(self, costs: Costs, max_cost: float | None, max_tokens: int | None) -> None:
        self._costs = costs
        self._max_cost = max_cost
        self._max_tokens = max_tokens
        self._exist = max_cost is not None or max_tokens is not None
        self._name = "max_tokens_total" if max_cost is None else "max_cost"
        self._under_way: dict[str, Need] = {}
        self._has_learned = False
        self._excess = self._overrun = 0
        self._dearest, self._largest = 0.0, 1

    def claim(self, row: Row) -> Claim:
        """Return what a row may take, as far as it says so itself.

        Raises:
            BulkInputError: it does not say how long its answer may be.
        """
        if not self._exist:
            return Claim()
        if (need := _need(row)) is None:
            name = next(each for each in _MOST if each in row.operation.parameters)
            raise BulkInputError(
                f"{row.where}: {self._name} holds only if each row says how long its answer may be;"
                f" set {name}, for all rows with -p {name}=1000 or defaults={{{name!r}: 1000}}"
            )
        return Claim(str(row.arguments.get("model", "")), need)

    def begin(self, claim: Claim) -> None:
        """Count a row among those under way."""
        self._count(claim, 1)

    def end(self, claim: Claim, usage: Usage | None) -> None:
        """End a row, and learn from what its answer used."""
        self._count(claim, -1)
        if self._exist and usage is not None:
            self.learn(usage, claim.need)
            self._has_learned = True

    def learn(self, usage: Usage, need: Need | None = None) -> None:
        """Learn from what an answer used, to a row that needed this, as far as is known."""
        if need is not None:
            self._excess = max(self._excess, usage.input_tokens - need.size)
            self._largest = max(self._largest, need.size + need.most)
            self._overrun = max(self._overrun, usage.output_tokens - need.most)
        if usage.is_cost_stated:
            self._dearest = max(self._dearest, usage.cost)

    def why_not(self, claim: Claim) -> str | None:
        """Return why a row may not be asked beside those under way; None where it may."""
        if not self._exist:
            return None
        if (unknown := self._unknown()) is not None:
            return unknown
        if self._under_way and not self._has_learned:
            return "the first row is asked alone"
        total, (model, need) = self._costs.total, claim
        needs = {**self._under_way, model: self._under_way.get(model, Need()).plus(need)}
        tokens = sum(sum(self._tokens(each)) for each in needs.values())
        if self._max_tokens is not None and total.tokens + tokens > self._max_tokens:
            return (
                f"another row may take {sum(self._tokens(need)):,} tokens, and {total.tokens:,} of"
                f" the {self._max_tokens:,} of max_tokens_total are used"
            )
        cost = sum(self._cost(name, each) for name, each in needs.items())
        if self._max_cost is not None and total.cost + cost > self._max_cost * (1 + 1e-9):
            return (
                f"another row may cost {self._cost(model, need):.6g}, and {total.cost:.6g} of the"
                f" {self._max_cost:.6g} of max_cost are used"
            )
        return None

    def _unknown(self) -> str | None:
        """Return what has to be known of answers and is not."""
        if self._max_cost is not None and self._costs.unpriced is not None:
            return (
                "max_cost needs prices: neither they nor the server say what an answer of"
                f" {self._costs.unpriced!r} costs"
            )
        if self._max_tokens is not None and self._costs.uncounted is not None:
            return (
                "max_tokens_total needs numbers: the server does not say how many tokens an answer"
                f" of {self._costs.uncounted!r} has"
            )
        return None

    def _count(self, claim: Claim, sign: int) -> None:
        if self._exist:
            need = self._under_way.pop(claim.model, Need()).plus(claim.need, sign)
            if need.rows:
                self._under_way[claim.model] = need

    def _tokens(self, need: Need) -> tuple[int, int]:
        """Return the tokens that rows may take, of input and of output."""
        return need.size + need.rows * self._excess, need.most + need.rows * self._overrun

    def _cost(self, model: str, need: Need) -> float:
        """Return what rows for a model may cost."""
        tokens_in, tokens_out = self._tokens(need)
        stated = self._dearest * max(need.rows, (need.size + need.most) / self._largest)
        prices = self._costs.prices
        if model in prices:
            prices = {model: prices[model]}
        # Of a model without a price, the one that answers may be any of those that have one.
        for_input = max((max(p["input"], p.get("cached", 0)) for p in prices.values()), default=0)
        for_output = max((p.get("output", 0) for p in prices.values()), default=0)
        return max(stated, 1e-6 * (tokens_in * for_input + tokens_out * for_output))


def _need(row: Row) -> Need | None:
    """Return what a row may take, as far as it says so itself; None where its answer has no end."""
    arguments = row.arguments
    body: dict[str, Any] = {**arguments, **arguments.get("extra_body", {})}
    limits = [limit for name in _MOST if type(limit := body.get(name)) is int and limit > 0]
    if not limits and not row.operation.parameters.isdisjoint(_MOST):
        return None
    count = body.get("n")
    most = max(limits, default=0) * (count if type(count) is int and count > 1 else 1)
    return Need(1, max(len(row.body) - _without_text(body), 0), most)


def _without_text(value: Any, name: str = "") -> int:
    """Return how many bytes of a body are no text: data of images, sounds and files."""
    if isinstance(value, str):
        return len(value) if value.startswith("data:") or name in ("data", "file_data") else 0
    if isinstance(value, Mapping):
        members = cast("Mapping[str, Any]", value).items()
        return sum(_without_text(each, member) for member, each in members)
    if isinstance(value, (list, tuple)):
        return sum(map(_without_text, cast("list[Any]", value)))
    return 0
