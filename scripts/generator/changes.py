"""Says what differs between two specs, and what of it breaks programs that use the client.

A program breaks where something that it names is gone, where a call lacks a parameter that is now
required, where an argument no longer accepts a type, and where a type checker finds that what was
received may now be of another type.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .facts import Facts, ModelFacts, OperationFacts, Parameter

__all__ = ["Change", "changes", "summary"]

MOST_LINES = 12
ARRAYS = ("Sequence", "list")


class Change(NamedTuple):
    """Something that differs, as one line says it."""

    text: str
    breaks: bool = False


def summary(old: Facts, new: Facts) -> list[str]:
    """Return at most twelve lines on what differs, what breaks callers first.

    Descriptions are mentioned only if nothing else differs.
    """
    found = sorted(changes(old, new), key=lambda change: not change.breaks)
    if not found:
        return [] if old == new else ["Since the last commit, only descriptions have changed."]
    breaking = sum(change.breaks for change in found)
    lines = [f"Since the last commit of openapi.yaml ({breaking} of {len(found)} break callers):"]
    room = MOST_LINES - 1
    shown = found if len(found) <= room else found[: room - 1]
    lines += [f"  {'BREAKS: ' if change.breaks else ''}{change.text}" for change in shown]
    if len(shown) < len(found):
        more = sum(change.breaks for change in found[len(shown) :])
        which = f", {more} of which break callers" if more else ""
        lines.append(f"  and {len(found) - len(shown)} more{which}")
    return lines


def changes(old: Facts, new: Facts) -> Iterator[Change]:
    """Yield every difference except those of descriptions."""
    for name, operation in old.operations.items():
        if name in new.operations:
            yield from _operation(operation, new.operations[name])
        else:
            yield Change(f"{_label(operation)} is gone", breaks=True)
    for name, operation in new.operations.items():
        if name not in old.operations:
            yield Change(f"{_label(operation)} is new ({operation.method} {operation.path})")
    yield from _names("schema", _schemas(old), _schemas(new))
    for name in _both(old.enums, new.enums):
        yield from _names(f"value of {name}", old.enums[name].values, new.enums[name].values)
    # The members of a body are the parameters of its operation.
    bodies = {operation.body for operation in new.operations.values()}
    for name in _both(old.models, new.models):
        if name not in bodies:
            yield from _model(old.models[name], new.models[name])


def _label(operation: OperationFacts) -> str:
    return f"client.{operation.method_path}" if operation.method_path else operation.name


def _schemas(facts: Facts) -> list[str]:
    return [*facts.enums, *facts.models, *facts.unions]


def _both(old: Iterable[str], new: Iterable[str]) -> list[str]:
    kept = set(old)
    return [name for name in new if name in kept]


def _names(kind: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """Yield one line with the names that are gone, and one with those that are new."""
    gone = [name for name in old if name not in new]
    added = [name for name in new if name not in old]
    if gone:
        yield Change(f"{_plural(kind, gone)} gone: {', '.join(gone)}", breaks=True)
    if added:
        yield Change(f"{_plural(kind, added)} new: {', '.join(added)}")


def _plural(kind: str, names: Sequence[str]) -> str:
    noun, _, rest = kind.partition(" ")
    return f"{noun}{'s' if len(names) > 1 else ''} {rest}".strip()


def _operation(old: OperationFacts, new: OperationFacts) -> Iterator[Change]:
    label = _label(old)
    if old.method_path != new.method_path:
        yield Change(f"{label} is now {_label(new)}", breaks=bool(old.method_path))
    if (old.method, old.path) != (new.method, new.path):
        yield Change(f"{label} now sends {new.method} {new.path}")
    if old.tag != new.tag:
        yield Change(f"{old.name} moves to apertis_client.api.{new.tag}", breaks=True)
    if old.result != new.result:
        yield Change(f"{label} returns {new.result}, no longer {old.result}", breaks=True)
    if old.event != new.event:
        text = f"streams {new.event}" if new.event else "no longer streams"
        yield Change(f"{label} {text}", breaks=bool(old.event))
    yield from _parameters(label, old.parameters, new.parameters)


def _parameters(label: str, old: list[Parameter], new: list[Parameter]) -> Iterator[Change]:
    before, after = ({each.name: each for each in parameters} for parameters in (old, new))
    for name in before:
        if name not in after:
            yield Change(f"{label} has no parameter {name} any more", breaks=True)
    for name, parameter in after.items():
        if name not in before:
            kind = "required parameter" if parameter.is_required else "parameter"
            yield Change(f"{label} has a new {kind} {name}", breaks=parameter.is_required)
            continue
        if parameter.is_required and not before[name].is_required:
            yield Change(f"{label} now requires {name}", breaks=True)
        elif before[name].is_required and not parameter.is_required:
            yield Change(f"{label} no longer requires {name}")
        yield from _accepted(f"{label}: {name}", before[name].type, parameter.type)


def _model(old: ModelFacts, new: ModelFacts) -> Iterator[Change]:
    if old.alias != new.alias:
        yield Change(f"{new.name} is now {new.alias or 'an object'}", breaks=True)
    if old.items and old.items != new.items:
        yield Change(f"{new.name} no longer iterates over {old.items}", breaks=True)
    before, after = ({each.name: each for each in model.properties} for model in (old, new))
    yield from _names(f"member of {new.name}", [*before], [*after])
    for name, member in after.items():
        is_added = name not in before
        if new.is_sent and member.is_required and (is_added or not before[name].is_required):
            yield Change(f"{new.name}.{name} is now required", breaks=True)
        if is_added:
            continue
        if new.is_sent:
            yield from _accepted(f"{new.name}.{name}", before[name].argument, member.argument)
        if new.is_received:
            yield from _received(f"{new.name}.{name}", before[name].type, member.type)


def _accepted(what: str, old: str, new: str) -> Iterator[Change]:
    """Yield what an argument no longer accepts, and what it accepts besides."""
    lost, gained = _difference(old, new)
    if lost:
        yield Change(f"{what} no longer accepts {' or '.join(lost)}", breaks=True)
    if gained:
        yield Change(f"{what} also accepts {' or '.join(gained)}")


def _received(what: str, old: str, new: str) -> Iterator[Change]:
    """Yield what an attribute may be besides, and what it is no longer."""
    gone, added = _difference(old, new)
    if added:
        yield Change(f"{what} may now be {' or '.join(added)}", breaks=True)
    if gone:
        yield Change(f"{what} is no longer {' or '.join(gone)}")


def _difference(old: str, new: str) -> tuple[list[str], list[str]]:
    """Return the alternatives that only the first of two types has, and those of the second."""
    before, after = _alternatives(old), _alternatives(new)
    return _without(before, after), _without(after, before)


def _without(types: list[str], others: list[str]) -> list[str]:
    covered = {*others, *(each.replace("float", "int") for each in others)}
    left = [each for each in types if each not in covered and "Any" not in covered]
    # The plain dict goes with its model.
    return [each for each in left if "Dict" not in each or each.replace("Dict", "") not in left]


def _alternatives(type_: str) -> list[str]:
    """Return the alternatives of a union; an array of a union counts as a union of arrays."""
    found: list[str] = []
    depth = start = 0
    for position, character in enumerate(f"{type_}|"):
        depth += (character == "[") - (character == "]")
        if character == "|" and depth == 0:
            found += _arrays(type_[start:position].strip())
            start = position + 1
    return found


def _arrays(type_: str) -> list[str]:
    name, bracket, inner = type_.partition("[")
    if not bracket or name not in ARRAYS:
        return [type_]
    return [f"{name}[{each}]" for each in _alternatives(inner.removesuffix("]"))]
