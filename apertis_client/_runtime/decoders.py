"""Decoders of nested values, of which generated models are put together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .json_object import (
    Decoder,
    JSONObject,
    decode_unknown,
    is_array,
    is_object,
    object_of,
)

__all__ = ["either", "list_of", "object_of", "set_decoders", "tagged"]


def set_decoders(
    model: type[JSONObject],
    *,
    texts: Mapping[str, Decoder] | None = None,
    nested: Mapping[str, Decoder] | None = None,
) -> None:
    """Say how the members of a model are decoded whose JSON value is not kept as it is.

    Args:
        model: The class whose members they are.
        texts: Decoders of members that are text as a rule.
        nested: Decoders of the others.
    """
    decoders = model.__json_decoders__
    decoders.plain = decoders.known.difference(nested or ())
    decoders.texts = tuple((texts or {}).items())
    decoders.nested = tuple((nested or {}).items())


def list_of(decode_item: Decoder) -> Decoder:
    """Return a decoder of arrays; anything else is kept."""

    def decode(value: Any) -> Any:
        if type(value) is not list:
            return decode_unknown(value)
        for position, item in enumerate(value):  # in place, which is faster than a new list
            value[position] = decode_item(item)
        return value

    return decode


def either(decode_list: Decoder, decode_object: Decoder) -> Decoder:
    """Return a decoder of values that are arrays or objects."""

    def decode(value: Any) -> Any:
        return decode_list(value) if is_array(value) else decode_object(value)

    return decode


def tagged(tag: str, variants: Mapping[str, type[JSONObject]]) -> Decoder:
    """Return a decoder of objects whose member `tag` says which of the `variants` they are.

    An object with an unknown tag is kept, as a `JSONObject`.
    """

    def decode(value: Any) -> Any:
        name = value.get(tag) if is_object(value) else None
        variant = variants.get(name) if isinstance(name, str) else None
        return decode_unknown(value) if variant is None else object_of(variant)(value)

    return decode
