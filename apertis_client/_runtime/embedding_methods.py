"""The vector of an embedding, decoded when it is first read."""

from __future__ import annotations

import array
import sys
from binascii import a2b_base64
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

from .importing import importing
from .json_object import JSONObject

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray

    FloatArray: TypeAlias = array.array[float]
    NumPyArray: TypeAlias = NDArray[float32]
else:  # which before Python 3.12 takes no parameter, and may not be installed
    FloatArray = array.array
    NumPyArray = Any

__all__ = ["EmbeddingMethods"]

pybase64: Any = None
with suppress(ImportError):  # it is twenty times as fast
    pybase64 = import_module("pybase64")


def _read(self: JSONObject) -> Any:
    value = self.__dict__.get("embedding")
    if isinstance(value, str):
        value = self.__dict__["embedding"] = _floats(value).tolist()
    return value


def _set(self: JSONObject, value: object) -> None:
    self.__dict__["embedding"] = value


class EmbeddingMethods(JSONObject):
    """A vector, sent as JSON or as base64 of 32-bit floats (little-endian, IEEE 754)."""

    __slots__ = ()
    __json_lazy__ = {"embedding": property(_read, _set)}  # noqa: RUF012  declared by the base

    def array(self) -> FloatArray:
        """Return the numbers as an array of 32-bit floats, without making the list.

        Raises:
            ValueError: The server sent no vector, or text that is not base64 of 32-bit floats.
        """
        value = self._sent()
        return array.array("f", _floats(value) if isinstance(value, str) else value)

    def numpy(self) -> NumPyArray:
        """Return the numbers as a numpy array of `float32` with one dimension.

        It is read-only where the vector came as base64; `copy()` of it can be changed.

        Raises:
            ImportError: numpy is not installed.
            ValueError: The server sent no vector, or text that is not base64 of 32-bit floats.
        """
        with importing:
            import numpy as np

        value = self._sent()
        if isinstance(value, str):
            numbers = np.frombuffer(_decode(value), np.float32)
            return numbers.byteswap() if sys.byteorder == "big" else numbers
        return np.array(value, np.float32)

    def _sent(self) -> Any:
        value = self.__dict__.get("embedding")
        if value is None:
            raise ValueError("the server sent no embedding")
        return value

    def _members(self) -> dict[str, Any]:
        with suppress(ValueError):  # what cannot be decoded is shown as it came
            _read(self)  # whoever looks at all of it did not ask for base64
        return super()._members()


def _floats(text: str) -> memoryview[float] | array.array[float]:
    """Return the numbers that text stands for, without copying them where that can be done."""
    content = _decode(text)
    if sys.byteorder == "little":
        return memoryview(content).cast("f")
    numbers = array.array("f", content)
    numbers.byteswap()
    return numbers


def _decode(text: str) -> bytes:
    """Return the 32-bit floats that text stands for."""
    try:
        content = _bytes(text)
    except ValueError as error:  # also for characters beyond ASCII
        raise ValueError(f"embedding is not base64 of 32-bit floats: {error}") from None
    if len(content) % 4:
        raise ValueError(f"embedding is not base64 of 32-bit floats: it has {len(content)} bytes")
    return content


def _bytes(text: str) -> bytes:
    """Return the bytes that base64 stands for (RFC 4648, 4)."""
    if pybase64 is not None:
        with suppress(ValueError):  # of which `binascii` says more
            content: bytes = pybase64.b64decode(text, validate=True)
            return content
    return a2b_base64(text, strict_mode=True)
