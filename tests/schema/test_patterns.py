"""`apertis._schema.patterns`: regular expressions that validators and engines read alike."""

from __future__ import annotations

import itertools
import json
import re

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from apertis._schema.patterns import rewrite_pattern
from tests.schema.engines import ENGINES


@pytest.mark.parametrize(
    ("pattern", "rewritten"),
    [
        ("^abc$", "^abc$"),
        ("abc", "^.*abc.*$"),
        ("^abc", "^abc.*$"),
        (r"abc\$", r"^.*abc\$.*$"),
        (r"abc\\$", None),  # a backslash, which JSON escapes
        ("a|b", "^.*(a|b).*$"),
        ("^(a|b)", "^(a|b).*$"),
        (r"^a[|]b\|$", r"^a[|]b\|$"),
        (r"\Aab\z", "^ab$"),
        (r"\Aab\Z", "^ab$"),
        (r"^\d\D\w\s\S$", r"^[0-9][^0-9][0-9A-Za-z_][ \t\n\r][^ \t\n\r]$"),
        (r"^[\d\-x]$", "^[0-9x-]$"),
        (r"^[^\d.]$", "^[^0-9.]$"),
        (r"^\x41\x{42}\u0043\U00000044$", "^ABCD$"),
        (r"^\x2e[\x5d]$", r"^\.[\]]$"),
        (r"^a{2}b{2,}c{2,3}d{,4}$", "^a{2}b{2,}c{2,3}d{0,4}$"),
        (r"^a*?b+?c??d{2}?$", "^a*b+c?d{2}$"),
        (r"^(?:a)(?P<x>b)(?<y>c)(d)$", "^(a)(b)(c)(d)$"),
        (r"^\-\/\@\#$", "^-/@#$"),
        ("^a]b}$", r"^a\]b\}$"),
        ("^[]a]$", r"^[\]a]$"),
        ("^[^]]+$", r"^[^\]]+$"),
        (r"^[\-^]$", r"^[\^-]$"),
        ("^[ -~]$", "^[ -,.-~-]$"),
        (r"^[~\~]$", "^[~]$"),  # as `~~`, engines would take them for an operator
        (r"^[&\&-a]$", None),
        ("^$", "^$"),
    ],
)
def test_a_pattern_is_rewritten(pattern: str, rewritten: str | None) -> None:
    """Anchors are added, shorthands spelled out, and characters escaped only where they must be."""
    assert rewrite_pattern(pattern) == rewritten


@pytest.mark.parametrize(
    "pattern",
    [
        *(r"\bword\b", r"^a\Bb$", r"^\<a\>$", r"^\p{L}$", r"^[\p{L}]$", r"^\0$", r"^(a)\1$"),
        *("(?i)^a$", "^(?!a)b$", "^a(?=b)b$", "^(?<=a)b$", "^(?<!a)b$", "^(?P=x)$"),
        *("^a$|^b$", "^a|b$", "^a|b", "a|b$", "a^b", "a$b", "^?a$", "^a++$", "^a{2}{3}$", "^a{,}$"),
        *(
            "^a{b$",
            "^[[:alpha:]]$",
            "^[a&&b]$",
            "^[a--b]$",
            "^[b-a]$",
            r"^\W$",
            r"^[\W]$",
            r"^[^\w.]$",
        ),
        *(
            '^"$',
            r"^\\$",
            r"^\n$",
            r"^\x22$",
            r"^\x00$",
            r"^\x{110000}$",
            r"^\ud83d$",
            r"^\f$",
            "^\n$",
        ),
    ],
)
def test_what_is_not_read_alike_is_left_out(pattern: str) -> None:
    """What engines refuse, or read in another sense, has no common form."""
    assert rewrite_pattern(pattern) is None


# Without those that JSON escapes as `\\u....`, of which engines accept no two the same.
CHARACTERS = [chr(code) for code in range(0x20, 0x180) if not 0x7F <= code < 0xA0] + [*"\t\r\n"]

ends = st.one_of(
    st.sampled_from(']^-[a\\zAZ09_ .,+~&"/é'),
    st.sampled_from([r"\]", r"\^", r"\-", r"\[", r"\\", r"\x2d", r"\x5d", r"\u0041", r"\n", r"\."]),
)
members = st.one_of(
    ends, st.sampled_from([r"\d", r"\s", r"\w"]), st.builds("{}-{}".format, ends, ends)
)
classes = st.builds(
    "[{}{}]".format, st.sampled_from(["", "^"]), st.lists(members, min_size=1).map("".join)
)


@given(classes)
@example("[^]]")
@example("[]]")
@example(r"[\--a]")
@example(r"[\-^]")
@example("[*-/]")
def test_a_class_keeps_its_characters(written: str) -> None:
    """Whatever a class matches for the parser of Python, it matches when it is rewritten."""
    try:
        original = re.compile(written, re.ASCII)
    except (re.error, FutureWarning):  # a set operation, perhaps, of another Python
        assume(False)
    rewritten = rewrite_pattern(f"^{written}$")
    assume(rewritten is not None)
    # Shorthands stand for printable characters of ASCII.
    assert matched(re.compile(str(rewritten))) == matched(original)


TEXTS = [
    "".join(text) for length in range(4) for text in itertools.product("ab]1 -|(", repeat=length)
]

tokens = st.sampled_from(
    [
        *(
            "a",
            "b",
            "1",
            " ",
            "-",
            "]",
            "}",
            "{",
            "^",
            "$",
            ".",
            "|",
            "(",
            ")",
            "(?:",
            "(?=a)",
            "(?i)",
        ),
        *("*", "+", "?", "??", "*?", "{2}", "{1,}", "{,2}", "{0,1}"),
        *("[ab]", "[^a]", "[]a]", "[^]]", "[a-]"),
        *(
            r"\d",
            r"\w",
            r"\s",
            r"\S",
            r"\b",
            r"\A",
            r"\Z",
            r"\.",
            r"\|",
            r"\(",
            r"\\",
            r"\^",
            r"\x61",
        ),
    ]
)


@settings(max_examples=200)
@given(st.lists(tokens, max_size=7).map("".join))
def test_a_pattern_matches_the_texts_that_it_matched(written: str) -> None:
    """Texts without line ends, which ``.`` and ``$`` treat in ways of their own."""
    try:
        original = re.compile(written, re.ASCII)
    except (re.error, FutureWarning):
        assume(False)
    rewritten = rewrite_pattern(written)
    assume(rewritten is not None)
    whole = re.compile(str(rewritten))
    assert [text for text in TEXTS if whole.fullmatch(text)] == [
        text for text in TEXTS if original.search(text)
    ]


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=20)
@given(classes)
def test_engines_write_the_characters_of_a_class(engine: str, written: str) -> None:
    """An engine accepts each of them, and no other; those that JSON escapes are left out."""
    rewritten = rewrite_pattern(f"^{written}$")
    assume(rewritten is not None)
    schema = {
        "type": "object",
        "properties": {"x": {"type": "string", "pattern": rewritten}},
        "required": ["x"],
        "additionalProperties": False,
    }
    accepts = ENGINES[engine](schema)
    expected = matched(re.compile(str(rewritten)))
    plain = [character for character in CHARACTERS if json.dumps(character)[1] != "\\"]
    accepted = {character for character in plain if accepts(f'{{"x": "{character}"}}')}
    assert accepted == expected.intersection(plain)


def matched(pattern: re.Pattern[str]) -> set[str]:
    return {character for character in CHARACTERS if pattern.fullmatch(character)}
