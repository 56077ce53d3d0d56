"""`apertis._schema.patterns`: regular expressions that validators and engines read alike."""

from __future__ import annotations

import pytest

from apertis._schema.patterns import rewrite_pattern


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
        (r"^[^\w.]$", "^[^0-9A-Za-z_.]$"),
        (r"^\x41\x{42}\u0043\U00000044$", "^ABCD$"),
        (r"^\x2e[\x5d]$", r"^\.[\]]$"),
        (r"^a{2}b{2,}c{2,3}d{,4}$", "^a{2}b{2,}c{2,3}d{0,4}$"),
        (r"^a*?b+?c??d{2}?$", "^a*b+c?d{2}$"),
        (r"^(?:a)(?P<x>b)(?<y>c)(d)$", "^(a)(b)(c)(d)$"),
        (r"^\-\/\@\#$", "^-/@#$"),
        ("^a]b}$", r"^a\]b\}$"),
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
        *("^a{b$", "^[[:alpha:]]$", "^[a&&b]$", "^[a--b]$", "^[]a]$", r"^\W$", r"^[\W]$"),
        *('^"$', r"^\\$", r"^\n$", r"^\x22$", r"^\x00$", r"^\x{110000}$", r"^\ud83d$", r"^\f$"),
    ],
)
def test_what_is_not_read_alike_is_left_out(pattern: str) -> None:
    """What engines refuse, or read in another sense, has no common form."""
    assert rewrite_pattern(pattern) is None
