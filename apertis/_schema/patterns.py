"""Rewrite regular expressions to the syntax that validators and grammar engines share.

Validators read the syntax of Rust or of Python. The engines that hold a model to a schema each read
a part of ECMA 262. No library translates between them.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["rewrite_pattern"]

# What replaces each shorthand inside brackets, where some converters drop it silently. Not for
# \W: `[^...]` would match letters beyond ASCII, which \W does not.
_SHORTHANDS: Final = {"d": "0-9", "w": "0-9A-Za-z_", "s": r" \t\n\r"}
_NEGATED: Final = {"D": "^0-9", "S": r"^ \t\n\r"}

_ESCAPE: Final = (
    r"\\(?:x\{(?P<braced>[0-9A-Fa-f]+)\}|x(?P<x>[0-9A-Fa-f]{2})|u(?P<u>[0-9A-Fa-f]{4})"
    r"|U(?P<U>[0-9A-Fa-f]{8})|(?P<escaped>.))"
)
_TOKEN: Final = re.compile(
    rf"{_ESCAPE}|(?P<class>\[\^?(?:\\.|[^\]\[\\])+\])|(?P<group>\((?:\?:|\?P?<\w+>|(?!\?)))"
    r"|\{(?P<least>[0-9]*)(?P<most>,?[0-9]*)\}\??|[*+?]\??|[^\[{(^$]",
    re.DOTALL,
)
_IN_CLASS: Final = re.compile(rf"{_ESCAPE}|.", re.DOTALL)

_SPECIAL: Final = frozenset("^$\\.*+?()[]{}|")
_SPECIAL_IN_CLASS: Final = frozenset("^\\[]-")
_QUANTIFIERS: Final = frozenset("*+?{")
# What JSON escapes: xgrammar writes it raw where a pattern has it outside of a class.
_ESCAPED_IN_JSON: Final = frozenset({'"', r"\\", r"\n", r"\r", r"\t"})


def rewrite_pattern(pattern: str) -> str | None:
    r"""Return a pattern that means the same to every engine, or None if there is none.

    Whatever it matches, `pattern` matches: it is anchored at both ends, and shorthands such as
    ``\d`` stand for ASCII only. None is returned for look-around, references to groups, word
    boundaries, classes of Unicode, flags, anchors in the middle, and what JSON escapes.
    """
    pattern = re.sub(r"^\\A", "^", pattern)
    pattern = re.sub(r"(?<!\\)((?:\\\\)*)\\[zZ]$", r"\1$", pattern)
    begins = pattern.startswith("^")
    ends = re.search(r"(?<!\\)(?:\\\\)*\$$", pattern) is not None
    body = _rewrite_body(pattern[begins : len(pattern) - ends])
    if body is None:
        return None
    if _has_bare_alternatives(body):
        if begins or ends:  # an anchor belongs to one of the alternatives only
            return None
        body = f"({body})"
    return f"^{'' if begins else '.*'}{body}{'' if ends else '.*'}$"


def _rewrite_body(body: str) -> str | None:
    parts: list[str] = []
    position = 0
    was_quantifier = True  # at the beginning, one would repeat the anchor
    while position < len(body):
        match = _TOKEN.match(body, position)
        is_quantifier = body[position] in _QUANTIFIERS
        part = _rewrite_token(match) if match else None
        # A second quantifier means "possessive" to some engines and "nested" to others.
        if match is None or part is None or (is_quantifier and was_quantifier):
            return None
        if part in _ESCAPED_IN_JSON:
            return None
        parts.append(part)
        position = match.end()
        was_quantifier = is_quantifier
    return "".join(parts)


def _rewrite_token(match: re.Match[str]) -> str | None:
    text, escaped = match[0], match["escaped"]
    if text[0] == "\\":
        inside = (_SHORTHANDS | _NEGATED).get(escaped)
        return f"[{inside}]" if inside else _rewrite_escape(match, _SPECIAL)
    if match["class"]:
        return _rewrite_class(text)
    if text[0] == "{":
        least, most = match["least"], match["most"]
        return f"{{{least or 0}{most}}}" if least or most.strip(",") else None
    # A quantifier matches the same texts whether it is lazy or not, as does a group with a name.
    return f"\\{text}" if text in ("]", "}") else text[0]


def _rewrite_class(text: str) -> str | None:
    opening = "[^" if text.startswith("[^") else "["
    inside = text[len(opening) : -1]
    if any(operator in inside for operator in ("&&", "--", "~~")):  # set operations of Rust
        return None
    parts: list[str] = []
    for match in _IN_CLASS.finditer(inside):
        part: str | None = match[0]
        if match["escaped"] in _SHORTHANDS:
            part = _SHORTHANDS[match["escaped"]]
        elif match[0][0] == "\\":
            part = _rewrite_escape(match, _SPECIAL_IN_CLASS)
        if part is None:
            return None
        parts.append(part)
    hyphens = [part for part in parts if part == "\\-"]
    # A hyphen is read as itself by every engine where it comes last.
    parts = [part for part in parts if part != "\\-"] + (["-"] if hyphens else [])
    return f"{opening}{''.join(parts)}]"


def _rewrite_escape(match: re.Match[str], special: frozenset[str]) -> str | None:
    """Return the escaped character, with a backslash only where it needs one."""
    character = match["escaped"]
    code = match["braced"] or match["x"] or match["u"] or match["U"]
    if code is not None:
        number = int(code, 16)
        if number < 0x20 or number > 0x10FFFF or 0xD800 <= number < 0xE000:
            return None
        character = chr(number)
    elif character in "nrt":
        return f"\\{character}"
    elif character.isalnum() or character in "<>":  # `\<` is a word boundary in Rust
        return None
    return f"\\{character}" if character in special else character


def _has_bare_alternatives(body: str) -> bool:
    """Return whether a ``|`` stands outside of every group."""
    bare = re.sub(r"\\.|\[(?:\\.|[^\]\\])*\]", "", body, flags=re.DOTALL)
    while (without := re.sub(r"\([^()]*\)", "", bare)) != bare:
        bare = without
    return "|" in bare
