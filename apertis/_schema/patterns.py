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
_SHORTHANDS: Final = {r"\d": "0-9", r"\w": "0-9A-Za-z_", r"\s": r" \t\n\r"}
_NEGATED: Final = {r"\D": "^0-9", r"\S": r"^ \t\n\r"}

_ESCAPE: Final = r"\\(?:x\{[0-9A-Fa-f]+\}|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[^\n])"
# Possessive, so that a bracket that is a member of the class is never taken for its end.
_CLASS: Final = rf"\[(?P<not>\^?+)(?P<members>\]?+(?:{_ESCAPE}|[^\]\[\\])*+)\]"
_TOKEN: Final = re.compile(
    rf"(?P<class>{_CLASS})|\((?:\?:|\?P?<\w+>|(?!\?))|[.)|]|[*+?]\??"
    rf"|\{{(?P<least>[0-9]*)(?P<most>,?[0-9]*)\}}\??|(?P<character>{_ESCAPE}|[^\[{{(^$\\])",
    re.DOTALL,
)
_MEMBER: Final = re.compile(rf"({_ESCAPE}|.)(?:-({_ESCAPE}|.))?", re.DOTALL)

_SPECIAL: Final = frozenset("^$\\.*+?()[]{}|")
_SPECIAL_IN_CLASS: Final = frozenset("\\[]")
_QUANTIFIERS: Final = frozenset("*+?{")
# What JSON escapes: xgrammar writes it raw, unless it is in a class with something else.
_CONTROLS: Final = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}
_ESCAPED_IN_JSON: Final = frozenset({'"', r"\\", *_CONTROLS.values()})


def rewrite_pattern(pattern: str) -> str | None:
    r"""Return a pattern that means the same to every engine, or None if there is none.

    Whatever it matches, `pattern` matches: it is anchored at both ends, and shorthands such as
    ``\d`` stand for ASCII only. None is returned for look-around, references to groups, word
    boundaries, classes of Unicode, flags other than `re.ASCII`, anchors in the middle, and what
    JSON escapes; the description of the schema then says the pattern in words.
    """
    pattern = pattern.removeprefix("(?a)")
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
    text = match[0]
    if match["class"]:
        return _rewrite_class(match["not"], match["members"])
    if match["character"]:
        inside = (_SHORTHANDS | _NEGATED).get(text)
        character = _read(text)
        return f"[{inside}]" if inside else character and _write(character, _SPECIAL)
    if text[0] == "{":
        least, most = match["least"], match["most"]
        return f"{{{least or 0}{most}}}" if least or most.strip(",") else None
    # A quantifier matches the same texts whether it is lazy or not, as does a group with a name.
    return text[0]


def _rewrite_class(negation: str, members: str) -> str | None:
    if _has_set_operation(members):
        return None
    parts: list[str] = []
    hyphen = ""  # read as itself by every engine where it comes last
    for first, last in _MEMBER.findall(members):
        if first in _SHORTHANDS and not (negation and first == r"\w"):
            parts.append(_SHORTHANDS[first])
            continue
        low, high = _read(first), _read(last or first)
        if low is None or high is None or low > high:
            return None
        ends = [(ord(low), ord(high))]
        if low <= "-" <= high:
            hyphen = "-"
            ends = [(ord(low), ord("-") - 1), (ord("-") + 1, ord(high))]
        for start, end in ends:
            if start <= end:
                one, other = (_write(chr(code), _SPECIAL_IN_CLASS) for code in (start, end))
                parts.append(one if start == end else f"{one}-{other}")
    inside = "".join(dict.fromkeys(parts)) + hyphen
    if _has_set_operation(inside):  # where an escape has become the character before it
        return None
    if not negation and _ESCAPED_IN_JSON.issuperset([*parts, *hyphen]):
        return None
    begins = r"[\^" if inside[0] == "^" and not negation else f"[{negation}{inside[0]}"
    return f"{begins}{inside[1:]}]"


def _has_set_operation(members: str) -> bool:
    """Return whether Rust would read more in a class than its members."""
    return any(operator in members for operator in ("&&", "--", "~~"))


def _read(text: str) -> str | None:
    """Return the character that a literal or an escape stands for; None if it is no such thing."""
    if text in _CONTROLS.values():
        return next(character for character, escape in _CONTROLS.items() if escape == text)
    if len(text) > 2:
        number = int(text[2:].strip("{}"), 16)
    elif text[0] == "\\" and (text[1].isalnum() or text[1] in "<>"):  # `\<`: a boundary in Rust
        return None
    else:
        number = ord(text[-1])
    is_character = 0x20 <= number < 0xD800 or 0xE000 <= number <= 0x10FFFF
    return chr(number) if is_character else None


def _write(character: str, special: frozenset[str]) -> str:
    """Return a character as it stands in a pattern, with a backslash only where it needs one."""
    escaped = f"\\{character}" if character in special else character
    return _CONTROLS.get(character, escaped)


def _has_bare_alternatives(body: str) -> bool:
    """Return whether a ``|`` stands outside of every group."""
    bare = re.sub(r"\\.|\[(?:\\.|[^\]\\])*\]", "", body, flags=re.DOTALL)
    while (without := re.sub(r"\([^()]*\)", "", bare)) != bare:
        bare = without
    return "|" in bare
