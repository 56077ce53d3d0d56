"""Says in which line of a YAML file a part of it begins."""

from __future__ import annotations

from typing import Any, NamedTuple, TypeAlias

from ruamel.yaml import YAML

__all__ = ["Broken", "Place", "sentences"]

Place: TypeAlias = tuple[str | int, ...]
"""The keys and positions that lead to a part of a document."""


class Broken(NamedTuple):
    """A part of the spec that breaks a rule."""

    place: Place
    text: str
    rule: int
    """The number of the rule at the top of openapi.yaml."""


def sentences(broken: list[Broken], text: str, name: str) -> list[str]:
    """Return a line for each broken rule: the file, the line, the path, what is wrong.

    Args:
        broken: What breaks rules.
        text: The text of the file.
        name: What the file is called.
    """
    root = YAML(typ="safe").compose(text)  # pyright: ignore[reportUnknownMemberType]  # no stubs
    found = {(_line(root, each.place), each) for each in broken}
    return [
        f"{name}:{line}: {_path(each.place)}: {each.text} (rule {each.rule})"
        for line, each in sorted(found, key=lambda pair: (pair[0], str(pair[1].place), pair[1]))
    ]


def _path(place: Place) -> str:
    return ".".join(map(str, place)) or "the file"


def _line(node: Any, place: Place) -> int:
    """Return the line of the last part of a place that exists, counted from 1."""
    line: int = 1 if node is None else node.start_mark.line + 1
    for part in place:
        key, node = _child(node, part)
        if node is None:
            break
        line = key.start_mark.line + 1
    return line


def _child(node: Any, part: str | int) -> tuple[Any, Any]:
    """Return the node of a key and that of its value; None twice where there is none."""
    merged: list[Any] = []
    if node.id == "sequence" and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    for key, value in node.value if node.id == "mapping" else ():
        if key.value == str(part):
            return key, value
        if key.tag == "tag:yaml.org,2002:merge" or key.value == "<<":
            merged += value.value if value.id == "sequence" else [value]
    for each in merged:
        key, value = _child(each, part)
        if value is not None:
            return key, value
    return None, None
