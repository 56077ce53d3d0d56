"""Compressed bodies are read whole, however they are cut and whatever their form."""

from __future__ import annotations

import gzip
import zlib

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from apertis_client._runtime.decompression import make_decoder

TEXT = b"Hello, " * 500


def read(body: bytes, encoding: str = "gzip", *, size: int | None = None) -> bytes:
    """Read a body that arrives in pieces of `size` bytes."""
    size = size or max(1, len(body))
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    decode = make_decoder(encoding)
    assert decode is not None
    return b"".join(step for piece in [*pieces, b""] for step in decode(piece))


def raw_deflate(data: bytes) -> bytes:
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return compressor.compress(data) + compressor.flush()


WHOLE = {
    "one member": ("gzip", gzip.compress(TEXT), TEXT),
    "several members": ("gzip", gzip.compress(TEXT) + gzip.compress(b"!") * 2, TEXT + b"!!"),
    "empty members": ("gzip", gzip.compress(b"") + gzip.compress(TEXT) + gzip.compress(b""), TEXT),
    "padding": ("gzip", gzip.compress(TEXT) + b"\0" * 9, TEXT),
    "padding between members": (
        "gzip",
        gzip.compress(TEXT) + b"\0\0" + gzip.compress(b"!"),
        TEXT + b"!",
    ),
    "something else behind": ("gzip", gzip.compress(TEXT) + b"\r\n", TEXT),
    "the old name": ("x-gzip", gzip.compress(TEXT), TEXT),
    "another case": (" GZip", gzip.compress(TEXT), TEXT),
    "deflate": ("deflate", zlib.compress(TEXT), TEXT),
    "deflate without a header": ("deflate", raw_deflate(TEXT), TEXT),
    "no body": ("gzip", b"", b""),
}


@pytest.mark.parametrize("size", [None, 1, 7, 4096])
@pytest.mark.parametrize(("encoding", "body", "expected"), WHOLE.values(), ids=WHOLE.keys())
def test_a_whole_body(encoding: str, body: bytes, expected: bytes, size: int | None) -> None:
    """A body means the same wherever it is cut into pieces."""
    assert read(body, encoding, size=size) == expected


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_body_that_was_cut(encoding: str) -> None:
    """A body that ends early is an error, at whatever byte it ends."""
    body = gzip.compress(b"abc") if encoding == "gzip" else zlib.compress(b"abc")
    for end in range(1, len(body)):
        with pytest.raises(httpx.DecodingError, match="ended early"):
            read(body[:end], encoding)


def test_a_second_member_that_was_cut() -> None:
    """The end of one member is not the end of the body if another has begun."""
    first, second = gzip.compress(b"abc"), gzip.compress(b"def")
    for end in range(1, len(second)):
        with pytest.raises(httpx.DecodingError, match="ended early"):
            read(first + second[:end])


def test_a_body_that_is_not_compressed() -> None:
    """A body that is not what its header says is an error."""
    with pytest.raises(httpx.DecodingError, match="incorrect header"):
        read(b'{"id": "1"}')


@pytest.mark.parametrize("names", ["br", "gzip, br", "deflate, gzip"])
def test_other_encodings_are_refused(names: str) -> None:
    """Only what was asked for is undone, and only one: between two, nothing bounds the size."""
    with pytest.raises(httpx.DecodingError, match=f"unknown Content-Encoding: '{names}'"):
        make_decoder(names)


def test_identity_is_no_encoding() -> None:
    """Beside another it changes nothing."""
    assert make_decoder("identity") is None
    assert read(gzip.compress(TEXT), "identity, GZIP") == TEXT


@pytest.mark.parametrize("name", ["gzip", "deflate"])
def test_steps_are_small(name: str) -> None:
    """However much a few bytes mean, it comes in steps of at most 64 KiB."""
    pack = zlib.compress if name == "deflate" else gzip.compress
    body = pack(bytes(10**7))
    decode = make_decoder(name)
    assert decode is not None
    sizes = [len(step) for step in decode(body)]

    assert sum(sizes) == 10**7
    assert max(sizes) <= 64 * 1024


@given(members=st.lists(st.binary(max_size=99), min_size=1), size=st.integers(1, 50))
def test_any_members(members: list[bytes], size: int) -> None:
    """The body is the concatenation of its members (RFC 1952, 2.2), as the gzip module reads it."""
    body = b"".join(map(gzip.compress, members))

    assert read(body, size=size) == gzip.decompress(body)
