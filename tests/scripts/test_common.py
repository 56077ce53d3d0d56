"""`x-common`: the object that is valid for several variants of a union."""

from __future__ import annotations

from typing import Any

import pytest
from generator.collect import collect
from generator.common import broken_common, with_common_schemas
from generator.spec import Spec

TEXT = {"type": "string"}


def variant(tag: str, *, required: tuple[str, ...] = (), **members: Any) -> dict[str, Any]:
    properties = {"kind": {"const": tag}, **members}
    described = {name: {**each, "description": f"A {name}."} for name, each in properties.items()}
    return {"type": "object", "required": ["kind", *required], "properties": described}


def spec(*tags: str, name: str = "Either") -> Spec:
    """Return a spec with a union of three, and an object that is valid for those of some tags."""
    words = {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}
    schemas: dict[str, Any] = {
        "Cat": variant("cat", says=words, required=("says",), lives={"type": "integer"}),
        "Dog": variant("dog", says={"type": ["string", "null"]}, lives=TEXT),
        "Fish": variant("fish", water=TEXT, required=("water",)),
    }
    mapping = {each.lower(): f"#/components/schemas/{each}" for each in schemas}
    schemas["Pet"] = {
        "description": "A pet.",
        "anyOf": [{"$ref": reference} for reference in mapping.values()],
        "discriminator": {"propertyName": "kind", "mapping": mapping},
        "x-common": {"name": name, "tags": list(tags)},
    }
    return Spec({"components": {"schemas": schemas}, "paths": {}})


def test_what_variants_have_in_common() -> None:
    """It has their common members, with the types that are right for all, and is a variant."""
    made = with_common_schemas(spec("cat", "dog"))
    facts = collect(spec("cat", "dog"))

    assert made.schemas["Either"]["required"] == ["kind", "says"]
    assert [(each.name, each.argument) for each in facts.models["Either"].properties] == [
        ("kind", 'Literal["cat"] | Literal["dog"]'),
        ("says", "str"),
    ]
    assert facts.unions["Pet"] == ["CatDict", "DogDict", "FishDict", "EitherDict"]
    assert facts.modules["EitherDict"] == "either"


@pytest.mark.parametrize(
    ("broken", "place", "reason"),
    [
        (spec("cat"), "tags", "must name two variants or more"),
        (spec("cat", "bird"), "tags", "must name two variants or more"),
        (spec("cat", "fish"), "tags", "says has no type that is valid for all of these"),
        (spec("cat", "dog", name="either"), "name", "must be PascalCase"),
        (spec("cat", "dog", name="Cat"), "name", "the name of no other class"),
        (spec("cat", "dog", name="Taken"), "name", "the name of no other class"),
    ],
)
def test_what_is_refused(broken: Spec, place: str, reason: str) -> None:
    """A name that is taken, and variants that have too little in common, are refused."""
    union = broken.schemas["Pet"]
    found = list(broken_common(broken, ("Pet",), union, {"Taken"}))

    assert found
    assert found[0].place == ("Pet", "x-common", place)
    assert reason in found[0].text
