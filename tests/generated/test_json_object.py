"""`apertis_client._runtime.json_object`, and every model of `apertis_client.models` over it."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
import threading
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from generator.common import with_common_schemas
from generator.spec import Spec
from hypothesis import given
from hypothesis import strategies as st

from apertis_client import models
from apertis_client._runtime.json_object import (
    JSONObject,
    decode_unknown,
    either,
    is_array,
    is_object,
    list_of,
    object_of,
    tagged,
    wrap,
)
from apertis_client._runtime.model import model, promised
from apertis_client._runtime.response import ResponseModel
from apertis_client.models import (
    AssistantMessage,
    ChatCompletion,
    ChatCompletionMessage,
    ImageURLContentPart,
    ModelList,
    OtherContentPart,
    TextContentPart,
    ToolCall,
    UserMessage,
)
from tests.spec import spec

MODELS: dict[str, type[JSONObject]] = {
    name: value
    for name in models.__all__
    if isinstance(value := getattr(models, name), type) and issubclass(value, JSONObject)
}
EACH_MODEL = pytest.mark.parametrize("model", MODELS.values(), ids=MODELS.keys())


def pickled(protocol: int) -> Callable[[Any], Any]:
    return lambda value: pickle.loads(pickle.dumps(value, protocol))


COPIES: dict[str, Callable[[Any], Any]] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    **{f"pickle {protocol}": pickled(protocol) for protocol in (2, 3, 4, 5)},
}
EACH_COPY = pytest.mark.parametrize("copied", COPIES.values(), ids=COPIES.keys())


def fields(model: type[Any]) -> list[str]:
    return [field.name for field in attrs.fields(model)]


SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
NAMES = st.text() | st.sampled_from(sorted({n for model in MODELS.values() for n in fields(model)}))
TAGS = st.sampled_from(["text", "image_url", "function", "custom", "json_schema", "enabled"])


def containers(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=5)


JSON = st.recursive(SCALARS | TAGS, containers, max_leaves=10)
OBJECTS = st.dictionaries(NAMES, JSON, max_size=6)


def schemas() -> dict[str, Any]:
    """Return the schemas of the spec, and what variants of its unions have in common."""
    found: dict[str, Any] = {**with_common_schemas(Spec(spec())).schemas}
    return found


@EACH_MODEL
def test_a_model_has_the_fields_of_its_schema(model: type[JSONObject]) -> None:
    """The attributes of a model are the properties of its schema, by their JSON names."""
    schema = schemas()[model.__name__]

    assert list(schema.get("properties", {})) == sorted(
        fields(model), key=list(schema.get("properties", {})).index
    )
    properties = schema.get("properties", {})
    assert model.__json_decoders__.promised == {
        name
        for name, member in properties.items()
        if member.get("x-promised")
        or (name in schema.get("required", ()) and "const" not in member)
    }


def test_every_object_of_the_spec_is_a_model() -> None:
    """Each schema of the spec with properties is a class of that name, and no other class is."""
    assert {name for name, each in schemas().items() if "properties" in each} <= set(MODELS)
    assert set(MODELS) <= set(schemas())


def absent(model: type[JSONObject]) -> list[str | None]:
    """Return what absent fields read as: None, but a message of an answer is the assistant's."""
    is_message = model is ChatCompletionMessage
    return ["assistant" if is_message and name == "role" else None for name in fields(model)]


@EACH_MODEL
def test_an_absent_field_reads_none(model: type[JSONObject]) -> None:
    """Every declared field that the server left out reads as None, and is not there."""
    empty = model.from_dict({})

    assert [getattr(empty, name) for name in fields(model)] == absent(model)
    assert empty.to_dict() == {}
    assert not any(name in empty for name in fields(model))


@EACH_MODEL
def test_a_null_field_reads_none(model: type[JSONObject]) -> None:
    """Every declared field that the server sent as null reads as None, and is given back."""
    nulls: dict[str, Any] = dict.fromkeys(fields(model))
    full = model.from_dict(nulls)

    assert [getattr(full, name) for name in fields(model)] == absent(model)
    assert nulls == full.to_dict()
    assert all(name in full for name in fields(model))
    assert full == model.from_dict({})


@EACH_MODEL
def test_a_field_reads_as_it_was_sent(model: type[JSONObject]) -> None:
    """Every declared field takes any scalar: what the spec says of its type is no check."""
    sent: dict[str, Any] = {name: f"some {name}" for name in fields(model)}
    if "embedding" in sent:  # text is base64 there
        sent["embedding"] = [0.5]
    full = model.from_dict(sent)

    assert sent == {name: getattr(full, name) for name in fields(model)}
    assert sent == full.to_dict()


@given(OBJECTS)
def test_any_object_can_be_read_as_any_model(members: dict[str, Any]) -> None:
    """No JSON object makes a model raise, and none changes on its way in and out."""
    before = copy.deepcopy(members)
    for each in MODELS.values():
        read = each.from_dict(members)
        assert before == members, each
        assert before == read.to_dict(), each
        assert before == json.loads(read.to_json()), each


@given(JSON)
def test_any_value_can_stand_in_any_field(value: Any) -> None:
    """No value of a declared field makes a model raise, and each is given back as it came."""
    for each in MODELS.values():
        members = dict.fromkeys(fields(each), value)
        if isinstance(value, str):  # which may be base64 there
            members.pop("embedding", None)
        assert members == each.from_dict(members).to_dict(), each
        own = {name: copy.deepcopy(value) for name in members}
        assert members == wrap(each, own).to_dict(), each


@given(OBJECTS)
def test_an_object_prints_compares_and_copies(members: dict[str, Any]) -> None:
    """Whatever it holds, an object has a repr, equals its like, and survives every way to copy."""
    read = ChatCompletion.from_dict(members)

    assert repr(read).startswith("ChatCompletion(")
    for copied in COPIES.values():
        twin = copied(read)
        assert type(twin) is ChatCompletion
        assert twin == read
        assert twin.to_dict() == members


@given(OBJECTS)
def test_what_is_read_from_is_not_held(members: dict[str, Any]) -> None:
    """The dicts that an object was read from stay the caller's: no change reaches the other."""
    before = copy.deepcopy(members)
    read = ChatCompletion.from_dict(members)
    read.added = True  # type: ignore[attr-defined]
    for value in list(members.values()):
        if isinstance(value, (list, dict)):
            value.clear()
    members.clear()

    assert {**before, "added": True} == read.to_dict()


def test_a_dict_given_out_is_the_callers() -> None:
    """What `to_dict` gives can be changed without a change to the object."""
    read = ChatCompletion.from_dict({"choices": [{"message": {"x": [1]}}], "unknown": {"y": [2]}})
    given_out = read.to_dict()
    given_out["choices"][0]["message"]["x"].append(3)
    given_out["unknown"]["y"].clear()

    assert read.to_dict() == {"choices": [{"message": {"x": [1]}}], "unknown": {"y": [2]}}


def test_unknown_members_are_attributes_at_every_depth() -> None:
    """A member that the spec does not know is an attribute, as are those inside of it."""
    completion: Any = ChatCompletion.from_dict(
        {
            "provider": {"name": "x", "regions": [{"id": 1}, [{"id": 2}], "plain"]},
            "choices": [
                {"message": {"citations": [{"title": "t", "more": {"deep": [{"er": 1}]}}]}}
            ],
        }
    )

    assert completion.provider.name == "x"
    assert completion.provider.regions[0].id == 1
    assert completion.provider.regions[1][0].id == 2
    assert completion.provider.regions[2] == "plain"
    assert completion.choices[0].message.citations[0].title == "t"
    assert completion.choices[0].message.citations[0].more.deep[0].er == 1


def test_a_member_is_read_by_name_with_a_default() -> None:
    """`get` reads any member, also one called ``get``, and gives the default where none is."""
    answer = JSONObject.from_dict({"timings": 5, "get": 6})

    assert [answer.get("timings"), answer.get("get"), answer.get("no"), answer.get("no", 7)] == [
        5,
        6,
        None,
        7,
    ]


def test_an_unknown_member_that_is_absent_is_no_attribute() -> None:
    """What neither the spec nor the server knows is a mistake: `AttributeError`, `KeyError`."""
    message = ChatCompletionMessage.from_dict({"content": "x"})

    with pytest.raises(AttributeError):
        message.contents  # type: ignore[attr-defined]  # noqa: B018
    with pytest.raises(KeyError):
        message["contents"]
    assert "contents" not in message


def test_members_can_be_looked_up_by_name() -> None:
    """A member can be had by its name, which need not be one that Python takes for attributes."""
    message = ChatCompletionMessage.from_dict({"content": "x", "x-trace id": 1, "": 2, "class": 3})

    assert message["content"] == "x"
    assert message["x-trace id"] == 1
    assert message[""] == 2
    assert message["class"] == 3
    assert "x-trace id" in message


HIDING = sorted(
    {*dir(ChatCompletion), "_shadowed", "_headers", "__deepcopy__", "__getnewargs__", "__copy__"}
    - set(fields(ChatCompletion))
)


@pytest.mark.parametrize("name", HIDING)
def test_no_member_hides_what_an_object_can_do(name: str) -> None:
    """A member whose name a method has is kept beside it, and reached by `obj[name]`."""
    members = {name: "x", "id": "1", "choices": []}
    completion = ChatCompletion.from_dict(members)
    completion.__json_headers__ = {"x-request-id": "r"}

    assert completion[name] == "x"
    assert name in completion
    assert members == completion.to_dict() == completion.model_dump()
    assert members == json.loads(completion.model_dump_json())
    assert completion.request_id == "r"
    assert completion == ChatCompletion.from_dict(members)
    assert completion != ChatCompletion.from_dict({**members, name: "y"})
    assert name in repr(completion)
    for copied in COPIES.values():
        assert copied(completion).to_dict() == members
        assert copied(completion).request_id == "r"


@pytest.mark.parametrize("name", HIDING)
def test_no_member_of_an_unknown_one_hides_what_an_object_can_do(name: str) -> None:
    """The same holds for an object that no schema describes."""
    members = {"unknown": {name: [1]}}
    completion: Any = ChatCompletion.from_dict(members)

    assert completion.unknown[name] == [1]
    assert members == completion.to_dict() == copy.deepcopy(completion).to_dict()


def test_a_member_beside_a_method_is_an_object_too() -> None:
    """What an object holds under the name of a method has attributes like any other member."""
    completion = ChatCompletion.from_dict({"fallback": {"model": "m", "tried": [{"id": "a"}]}})

    assert completion["fallback"].model == "m"
    assert completion["fallback"].tried[0].id == "a"


@pytest.mark.parametrize("name", ["mro", "keys", "items", "copy", "json", "dict", "error"])
def test_a_member_that_hides_nothing_is_an_attribute(name: str) -> None:
    """A name that no object of ours has is an attribute, whatever it means elsewhere."""
    completion = ChatCompletion.from_dict({name: {"a": 1}})

    assert getattr(completion, name).a == 1


def test_json_text_is_readable() -> None:
    """`to_json` writes text as it is, on lines where asked to."""
    message = ChatCompletionMessage.from_dict({"content": "grüß 🎉\u2028"})

    assert message.to_json() == '{"content": "grüß 🎉\u2028"}'
    assert message.to_json(indent=1) == '{\n "content": "grüß 🎉\u2028"\n}'
    assert message.model_dump_json() == message.to_json()
    assert message.model_dump_json(indent=1) == message.to_json(indent=1)
    assert message.model_dump() == message.to_dict()


def test_a_repr_names_what_is_there() -> None:
    """An object prints as its class with the members that it has, inner objects alike."""
    call = ToolCall.from_dict({"id": "1", "function": {"name": "f"}, "x": {"y": None}})

    assert repr(call).startswith("ToolCall(id='1', function=Function(name='f')")
    assert "x=JSONObject(y=None)" in repr(call)
    assert "custom" not in repr(call)


def test_equality_is_by_members_and_class() -> None:
    """Objects are equal where class and members are; null is as good as absent, order no matter."""
    members = {"content": "x", "role": "assistant", "more": {"a": 1}}
    message = ChatCompletionMessage.from_dict(members)

    assert message == ChatCompletionMessage.from_dict(dict(reversed(members.items())))
    assert message == ChatCompletionMessage.from_dict({**members, "refusal": None, "new": None})
    assert message != ChatCompletionMessage.from_dict({**members, "content": "y"})
    assert message != ChatCompletionMessage.from_dict({**members, "more": {"a": 2}})
    assert message != ChatCompletionMessage.from_dict({**members, "extra": False})
    assert message != AssistantMessage.from_dict(members)
    assert message != members


def test_an_object_that_can_change_has_no_hash() -> None:
    """Objects are no keys of dicts."""
    with pytest.raises(TypeError, match="unhashable"):
        hash(ChatCompletionMessage.from_dict({}))


@EACH_COPY
def test_a_copy_keeps_everything(copied: Any) -> None:
    """A copy has the members, the hidden ones and the headers of the original."""
    members = {"choices": [{"message": {"content": "x"}}], "to_dict": 1, "new": {"a": [1]}}
    answer = ChatCompletion.from_dict(members)
    answer.__json_headers__ = {"x-request-id": "r", "x-ratelimit-limit": "7"}
    twin = copied(answer)

    assert twin == answer
    assert twin is not answer
    assert members == twin.to_dict()
    assert twin.request_id == "r"
    assert twin.rate_limit.limit == 7
    assert twin.choices[0].message.content == "x"


def test_a_deep_copy_shares_nothing() -> None:
    """A deep copy can be changed at every depth without a change to the original."""
    original: Any = ChatCompletion.from_dict(
        {"choices": [{"message": {"content": "x"}}], "to_dict": [1], "new": {"a": [1]}}
    )
    twin = copy.deepcopy(original)
    twin.choices[0].message.content = "y"
    twin.new.a.append(2)
    twin["to_dict"].append(2)

    assert original.choices[0].message.content == "x"
    assert original.new.a == [1]
    assert original["to_dict"] == [1]


def test_what_is_set_is_given_back() -> None:
    """An attribute that was set, known to the spec or not, is a member from then on."""
    message: Any = ChatCompletionMessage.from_dict({"content": "x"})
    message.content = "y"
    message.refusal = None
    message.mark = UserMessage(content="z")

    assert message.to_dict() == {
        "content": "y",
        "refusal": None,
        "mark": {"role": "user", "content": "z"},
    }


def test_none_given_to_a_constructor_is_not_given() -> None:
    """A constructor takes None for "absent", as a keyword of a call does."""
    message = AssistantMessage(content=None, name="n")

    assert message.to_dict() == {"role": "assistant", "name": "n"}
    assert message.content is None
    assert message == AssistantMessage(name="n")


def test_a_constructor_wants_what_the_spec_requires() -> None:
    """A constructor without a required field raises `TypeError` and names it."""
    with pytest.raises(TypeError, match="content"):
        UserMessage()  # type: ignore[call-arg]


def test_variants_are_told_apart_by_their_tag() -> None:
    """A variant is the class of its tag; one of an unknown or missing tag is the open one."""
    message = UserMessage.from_dict(
        {
            "role": "user",
            "content": [
                {"type": "text", "text": "t"},
                {"type": "image_url", "image_url": {"url": "u"}},
                {"type": "hologram", "hologram": {"url": "h"}},
                {"text": "no tag"},
                {"type": ["text"], "text": "no text"},
                "plain",
                None,
            ],
        }
    )
    content: Any = message.content

    assert [type(part) for part in content[:2]] == [TextContentPart, ImageURLContentPart]
    assert content[1].image_url.url == "u"
    assert [type(part) for part in content[2:5]] == [OtherContentPart] * 3
    assert content[2].hologram.url == "h"
    assert content[5:] == ["plain", None]


def test_tagged_chooses_the_class_by_the_tag() -> None:
    """An object is decoded as the class that its tag names, an unknown tag as `JSONObject`."""
    decode = tagged("type", {"text": TextContentPart})

    assert type(decode({"type": "text"})) is TextContentPart
    for other in ("new", None, ["text"]):
        assert type(decode({"type": other})) is JSONObject
    assert decode([1]) == [1]
    assert decode(None) is None


def test_list_of_decodes_each_item() -> None:
    """The items of an array are decoded; anything else is kept."""
    decode = list_of(object_of(TextContentPart))

    assert [type(item) for item in decode([{}, "x"])] == [TextContentPart, str]
    assert type(decode({})) is JSONObject
    assert decode("x") == "x"


def test_either_decodes_arrays_and_objects() -> None:
    """What an array holds and what an object is are decoded by decoders of their own."""
    decode = either(list_of(decode_unknown), object_of(TextContentPart))

    assert type(decode({})) is TextContentPart
    assert type(decode([{}])[0]) is JSONObject


@pytest.mark.parametrize("value", [None, True, 1, 1.5, "x", [], [1, [None]]])
def test_what_is_no_object_is_decoded_to_itself(value: Any) -> None:
    """JSON without objects is what it was."""
    assert value == decode_unknown(value)


@pytest.mark.parametrize(
    ("value", "object_", "array"),
    [
        ({}, True, False),
        ([], False, True),
        ((), False, False),
        ("", False, False),
        (None, False, False),
        (JSONObject(), False, False),
    ],
)
def test_decoded_json_is_told_apart(value: Any, object_: bool, array: bool) -> None:
    """`is_object` and `is_array` know what JSON is decoded to, and nothing else."""
    assert is_object(value) == object_
    assert is_array(value) == array


@pytest.mark.parametrize("value", [None, [], "text", {"a": 1}, 7], ids=repr)
def test_a_list_of_models_can_be_anything(value: Any) -> None:
    """A list that came as something else is what came."""
    completion = ChatCompletion.from_dict({"choices": value})

    assert completion.to_dict() == {"choices": value}


def test_a_list_answer_is_its_items() -> None:
    """The list of models is iterated and counted like its items, null and absence being none."""
    answer = ModelList.from_dict({"data": [{"id": "a"}, {"id": "b"}]})

    assert [model.id for model in answer] == ["a", "b"]
    assert len(answer) == 2
    assert list(ModelList.from_dict({})) == list(ModelList.from_dict({"data": None})) == []
    assert len(ModelList.from_dict({"data": None})) == 0


def test_an_answer_made_by_hand_has_no_headers() -> None:
    """What an answer says of its headers is empty where it came with none."""
    answer = ChatCompletion.from_dict({})

    assert isinstance(answer, ResponseModel)
    assert dict(answer.headers) == {}
    assert answer.request_id is None
    assert answer.rate_limit == (None, None, None)
    assert answer.fallback == (False, None, None, None)


def test_headers_are_no_members() -> None:
    """What the headers say is not in what the body said, and does not count for equality."""
    answer = ChatCompletion.from_dict({"id": "1"})
    answer.__json_headers__ = {"x-request-id": "r"}

    assert answer.to_dict() == {"id": "1"}
    assert answer == ChatCompletion.from_dict({"id": "1"})
    assert "r" not in repr(answer).removeprefix("ChatCompletion")


def test_json_nested_too_deeply_is_kept() -> None:
    """What is nested too deeply to become objects stays as it came, and raises nothing."""
    deep: Any = "bottom"
    for _ in range(600):
        deep = {"a": deep}
    completion: Any = wrap(ChatCompletion, {"id": "1", "deep": deep})

    assert completion.id == "1"
    for _ in range(600):
        completion = completion["deep" if "deep" in completion else "a"]


def test_nulls_can_be_left_out() -> None:
    """`model_dump(exclude_none=True)` is `to_dict()` without nulls, at every depth."""
    sent = {"id": None, "choices": [{"message": {"content": None, "role": "assistant"}}]}
    completion = ChatCompletion.from_dict(sent)
    without = {"choices": [{"message": {"role": "assistant"}}]}

    assert sent == completion.model_dump()
    assert without == completion.model_dump(exclude_none=True)
    assert without == json.loads(completion.model_dump_json(exclude_none=True))


def test_a_model_is_not_iterable() -> None:
    """A model is no sequence and no mapping: iterating it raises."""
    with pytest.raises(TypeError, match="not iterable"):
        list(ChatCompletion.from_dict({"choices": []}))  # type: ignore[call-overload]


def thing() -> type[JSONObject]:
    """Return a new model, of which attrs has made nothing yet."""

    @model
    class Thing(JSONObject):
        name: str
        kind: str = "thing"
        parts: list[str] = promised(default=None)
        size: int | None = None

    return Thing


def test_a_model_is_an_attrs_class() -> None:
    """Attrs knows the fields of a model with their types and defaults, whoever asks first."""
    made = [(f.name, f.type, f.default) for f in attrs.fields(thing())]

    assert attrs.has(thing())
    assert made == [
        ("name", "str", attrs.NOTHING),
        ("kind", "str", "thing"),
        ("parts", "list[str]", None),
        ("size", "int | None", None),
    ]
    assert not attrs.has(JSONObject)
    assert not attrs.has(ResponseModel)


def test_the_constructor_of_a_model_is_that_of_attrs() -> None:
    """A constructor takes the members as keywords, wants what is required, and says so."""
    parameters = inspect.signature(thing()).parameters
    made: Any = thing()

    assert [(p.name, p.default) for p in parameters.values()] == [
        ("name", inspect.Parameter.empty),
        ("kind", "thing"),
        ("parts", None),
        ("size", None),
    ]
    assert {p.kind for p in parameters.values()} == {inspect.Parameter.KEYWORD_ONLY}
    assert made(name="a", size=None).to_dict() == {"name": "a", "kind": "thing"}
    assert attrs.evolve(made(name="a"), size=2).to_dict() == {
        "name": "a",
        "kind": "thing",
        "size": 2,
    }
    with pytest.raises(TypeError, match="missing 1 required keyword-only argument: 'name'"):
        made()
    with pytest.raises(TypeError, match="unexpected keyword argument 'colour'"):
        made(name="a", colour="red")


def test_what_was_made_first_does_not_matter() -> None:
    """An object decoded before attrs made its class is like one that was made by it later."""
    made: Any = thing()
    before = wrap(made, {"name": "a", "kind": "thing"})

    assert before.size is None
    assert made(name="a") == before
    assert wrap(made, {"name": "a"}).kind is None  # what the server left out is not there


def test_subclasses_of_models_are_attrs_classes() -> None:
    """A class derived from a model has its constructor, and may be extended by attrs."""
    base: Any = thing()

    plain: Any = type("Plain", (base,), {})
    more: Any = attrs.make_class(
        "More",
        {"colour": attrs.field(default="red")},
        (base,),
        kw_only=True,
        slots=False,
        eq=False,
        repr=False,
    )

    assert fields(plain) == fields(base)
    assert type(plain(name="a")) is plain
    assert fields(more) == [*fields(base), "colour"]
    assert more(name="a").to_dict() == {"name": "a", "kind": "thing", "colour": "red"}


def test_a_copy_can_have_other_members() -> None:
    """What `copy.replace` calls gives a copy with changes, whatever attrs has made by then."""
    call = ToolCall.from_dict({"id": "a", "type": "function"})

    assert call.__replace__(id="b").to_dict() == {"id": "b", "type": "function"}
    assert JSONObject.__replace__(call, id="c").to_dict() == {"id": "c", "type": "function"}
    assert call.to_dict() == {"id": "a", "type": "function"}


def test_a_constructor_can_be_extended() -> None:
    """A class derived from a model may have a constructor that calls the one of the model."""

    def construct(self: Any) -> None:
        super(small, self).__init__(name="s")

    small: Any = type("Small", (thing(),), {"__init__": construct})

    assert small().to_dict() == {"name": "s", "kind": "thing"}


def test_many_threads_may_make_the_first_object() -> None:
    """A class is made once, however many threads are the first to construct something of it."""
    for _ in range(20):
        made: Any = thing()
        start = threading.Barrier(8)
        named: list[str] = []

        def construct(
            made: Any = made, start: threading.Barrier = start, named: list[str] = named
        ) -> None:
            start.wait()
            named.append(made(name="a").name)

        threads = [threading.Thread(target=construct) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert named == ["a"] * 8
