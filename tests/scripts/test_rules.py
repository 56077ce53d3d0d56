"""What the spec may not say: each case is refused in one line, with its place and the rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from generator.collect import collect
from generator.places import sentences
from generator.rules import broken_rules
from generator.spec import Spec, SpecError
from generator.taken import MEMBERS, OPTIONS
from ruamel.yaml import YAML

from apertis._core.options import RequestOptions
from apertis_client._runtime.json_object import JSONObject
from apertis_client._runtime.response import ResponseModel
from tests.small_spec import SMALL, changed

ROOT = Path(__file__).resolve().parent.parent.parent
JSON = "content>application/json"
BODY = "POST>requestBody>content"
OK = f"POST>responses>200>{JSON}"
ANSWER = "SCHEMAS>Answer>properties"
TEXT = {"type": "string"}
INLINE = {"type": "object", "properties": {"a": {"type": "string"}}}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def said(text: str) -> list[str]:
    """Return what is said of the text of a spec."""
    try:
        spec = Spec.parse(text)
    except SpecError as error:
        return str(error).splitlines()
    return sentences(broken_rules(spec), text, spec.name)


def member(**schema: Any) -> dict[str, Any]:
    """Return a change that adds a property ``a``."""
    return {f"{ANSWER}>a": {"description": "A.", **schema}}


def parameter(where: str, name: str = "a", **more: Any) -> dict[str, Any]:
    """Return a change that adds a parameter."""
    added = {"name": name, "in": where, "description": "A.", "schema": TEXT, **more}
    return {"POST>parameters>2": added}


def thing(name: str = "Thing", **schema: Any) -> dict[str, Any]:
    """Return a change that adds a component."""
    return {f"SCHEMAS>{name}": {"description": "A thing.", **schema}}


def events(more: dict[str, Any], schema: str = "Pet") -> dict[str, Any]:
    """Return a change that adds an event stream."""
    media = {"x-streamed-by": "live", "schema": ref(schema), **more}
    return {"POST>responses>200>content>text/event-stream": media}


def batched(answer: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a change that lets entries be sent in batches, with another answer."""
    entries = {"description": "A.", "type": "array", "items": TEXT, "x-batched": True}
    changes = {f"SCHEMAS>Answer>{name}": value for name, value in answer.items()}
    return {"SCHEMAS>Request>properties>a": {**entries, **more}, **changes}


def form(**properties: Any) -> dict[str, Any]:
    """Return a change that makes the body a form."""
    described = {name: {"description": "A.", **each} for name, each in properties.items()}
    return {
        BODY: {"multipart/form-data": {"schema": ref("Form")}},
        "SCHEMAS>Form": {"description": "A.", "type": "object", "properties": described},
    }


def chosen(by: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a change that adds text that a property chooses, and that property."""
    media = {"schema": TEXT, "x-chosen-by": by}
    form = {"description": "A.", "anyOf": [ref("Mood"), TEXT], **more}
    return {
        "POST>responses>200>content>text/plain": media,
        "SCHEMAS>Request>properties>form": form,
    }


def variant(tag: str, value: str) -> dict[str, Any]:
    """Return a component that fixes a tag."""
    members = {tag: {"description": "A.", "const": value}}
    return {"description": "A.", "type": "object", "required": [tag], "properties": members}


def union(tag: str, **variants: str) -> dict[str, Any]:
    """Return a component that is a union of others, by the values of their tag."""
    mapping = {value: ref(name)["$ref"] for value, name in variants.items()}
    told = {"propertyName": tag, "mapping": mapping}
    return {"description": "A.", "anyOf": [*map(ref, variants.values())], "discriminator": told}


FILE = {"type": "string", "format": "binary"}
OCTETS = "POST>responses>200>content>application/octet-stream"
MAP = thing("Map", type="object", additionalProperties=TEXT)
ITEMS: dict[str, Any] = {"description": "A.", "type": "array"}
TIMES = {"description": "A.", "type": "integer", "x-client-default": 2}
CONTENT = {JSON.split(">")[1]: {"schema": ref("Answer")}}
OTHER = {
    "operationId": "say_other",
    "tags": ["words"],
    "summary": "A.",
    "description": "A.",
    "security": [],
    "responses": {"200": {"description": "A.", "content": CONTENT}},
}
LIMITS: list[tuple[str, dict[str, Any], str]] = [
    ("integer", {"minimum": 2, "maximum": 1}, "no value is within 2 and 1"),
    ("number", {"exclusiveMinimum": 1, "maximum": 1}, "no value is within"),
    ("number", {"minimum": 1, "exclusiveMaximum": 1}, "no value is within"),
    ("integer", {"exclusiveMinimum": 1, "exclusiveMaximum": 1}, "no value is within"),
    ("string", {"minLength": 3, "maxLength": 2}, "no value is within"),
    ("string", {"minLength": -1}, "0 or more"),
    ("number", {"multipleOf": 0}, "more than 0"),
    ("integer", {"multipleOf": -2}, "more than 0"),
    ("string", {"minimum": 1}, "belongs to a type: integer or number"),
    ("integer", {"maxLength": 1}, "belongs to a type: string"),
    ("boolean", {"pattern": "a"}, "belongs to a type: string"),
]
DEFAULTS: list[dict[str, Any]] = [
    {"type": "integer", "minimum": 1, "default": 0},
    {"type": "number", "maximum": 1, "default": 1.5},
    {"type": "number", "exclusiveMaximum": 1, "default": 1},
    {"type": "integer", "exclusiveMinimum": 1, "default": 1},
    {"type": "integer", "multipleOf": 5, "default": 12},
    {"type": "string", "maxLength": 2, "default": "abc"},
    {"type": "string", "minLength": 2, "default": "a"},
    {"type": ["string", "null"], "pattern": "^b", "default": "ab"},
    {"type": "integer", "multipleOf": 3, "default": 2**80},
]
REFUSED: list[tuple[str, dict[str, Any], str, int]] = [
    # What it is, the change, what is said of it, the rule.
    ("range of statuses", {"POST>responses>2XX": {"description": "A."}}, "three digits", 9),
    ("default response", {"POST>responses>default": {"description": "A."}}, "three digits", 9),
    (
        "two successes",
        {"POST>responses>201": {"description": "A.", "content": CONTENT}},
        "200 and 201",
        9,
    ),
    ("no success", {"POST>responses>200": None}, "here: none", 9),
    ("204", {"POST>responses>200>content": None}, "has content", 9),
    ("list as a response", {f"{OK}>schema": {"type": "array"}}, "a list cannot be a body", 1),
    (
        "map as a response",
        {f"{OK}>schema": ref("Map")} | thing("Map", type="object", additionalProperties=TEXT),
        "an object with properties",
        1,
    ),
    ("union as a response", {f"{OK}>schema": ref("Pet")}, "an object with properties", 1),
    ("itemSchema", {f"{OK}>itemSchema": ref("Answer")}, "OpenAPI 3.2", 9),
    (
        "unknown content",
        {"POST>responses>200>content>application/xml": {"schema": ref("Answer")}},
        "no such content",
        9,
    ),
    (
        "end of no event",
        events({"x-stream-end": ["cow", "END!"]}),
        "cow is the tag of no event",
        9,
    ),
    (
        "skipped event that is known",
        events({"x-stream-end": "cat", "x-stream-skip": ["cat"]}),
        "cat must be a tag that no variant",
        9,
    ),
    (
        "skipped event without a tag",
        events({"x-stream-end": "END", "x-stream-skip": "ping"}, "Answer"),
        "ping must be a tag that no variant",
        9,
    ),
    (
        "page as an error",
        {"POST>responses>404>content": {"text/html": {"schema": TEXT}}},
        "an error is application/json",
        9,
    ),
    (
        "form",
        {BODY: {"application/x-www-form-urlencoded": {"schema": ref("Request")}}},
        "application/json or multipart/form-data",
        19,
    ),
    ("two bodies", {f"{BODY}>multipart/form-data": {"schema": ref("Request")}}, "is either", 19),
    ("optional body", {"POST>requestBody>required": False}, "required: true", 19),
    ("inline body", {f"{BODY}>application/json>schema": INLINE}, "no keyword properties|named", 1),
    ("no security", {"POST>security": None}, "must have security", 12),
    ("unknown security", {"POST>security>0>other": []}, "one scheme|no other", 12),
    ("scopes", {"POST>security": [{"key": ["read"]}]}, "has no scopes", 12),
    ("tag twice", {"tags>1": {"name": "words", "description": "B."}}, "described twice", 12),
    ("OpenAPI 3.0", {"openapi": "3.0.3"}, "must be OpenAPI 3.1", 22),
    ("two servers", {"servers": [{"url": "https://a.example"}] * 2}, "there is one server", 21),
    (
        "example without a value",
        {f"{OK}>examples": {"a": {"externalValue": "https://a.example"}}},
        "must have a value",
        16,
    ),
    ("form that may be empty", form(file=FILE), "cannot be empty", 19),
    ("file or text", form(file={"anyOf": [FILE, TEXT]}), "text is its path", 19),
    ("file of a pattern", form(file={**FILE, "pattern": "a"}), "not of a file", 19),
    ("file of a least length", form(file={**FILE, "minLength": 2}), "not of a file", 19),
    ("file by default", form(file={**FILE, "default": "a"}), "not of a file", 19),
    ("unknown key", {"POST>security": [{"other": []}]}, "there is no other", 12),
    ("no operationId", {"POST>operationId": None}, "must have a operationId", 12),
    *(
        (f"operationId {name}", {"POST>operationId": name}, "operationId", 12)
        for name in ("sayWord", "say-word", "print", "say2", "import")
    ),
    (
        "operationId twice",
        {
            "paths>/other>get": {
                "operationId": "say_word",
                "tags": ["words"],
                "summary": "A.",
                "description": "A.",
                "security": [],
                "responses": {"200": {"description": "A.", "content": CONTENT}},
            }
        },
        "must be unique",
        12,
    ),
    ("no summary", {"POST>summary": None}, "must have a summary", 12),
    ("undescribed tag", {"POST>tags": ["others"]}, "not described in tags", 12),
    ("tag of two words", {"POST>tags": ["Big Words"]}, "snake_case", 12),
    ("description of a path", {"paths>/words/{word}>description": "A."}, "no keyword", 22),
    ("x-method without a resource", {"POST>x-method": "say"}, "a resource and a method", 13),
    ("x-method of a client", {"POST>x-method": "post.say"}, "something else called post", 13),
    ("x-mixin without a method", {"POST>x-mixin": "A"}, "beside an x-method", 13),
    ("x-job without states", {"POST>x-job": {"done": ["a"]}}, "done and failed", 21),
    *(
        (f"server {url}", {"servers": [{"url": url}]}, "is no http or https URL", 21)
        for url in ('https://a"b', "https://a\\", "a.example", "https://{a}.b", "https://a?b=c", "")
    ),
    (
        "job with a body",
        {"POST>x-method": "words.say", "POST>x-job": {"done": ["a"], "failed": ["b"]}},
        "by its id alone; word and a body is required here",
        21,
    ),
    (
        "job without a status",
        {"POST>x-method": "words.say", "POST>x-job": {"done": ["a"], "failed": ["b"]}},
        "has a property status",
        21,
    ),
    ("job that never ends", {"POST>x-job": {"done": [], "failed": ["b"]}}, "not be empty", 22),
    (
        "two paths in one",
        {"paths>/words/{other}": {"get": OTHER}},
        "same path as /words/{word}",
        23,
    ),
    ("batches of no list", {"SCHEMAS>Request>properties>times>x-batched": True}, "is no list", 18),
    ("batches in an answer", member(type="string", **{"x-batched": True}), "body of a request", 18),
    ("batches that nothing is for", batched({}), "has no x-iterates whose items have an index", 18),
    (
        "batches without an index",
        batched({"x-iterates": "pets"}),
        "has no x-iterates whose items have an index",
        18,
    ),
    ("default of the client in an answer", member(**TEXT, **{"x-client-default": "a"}), "body", 18),
    (
        "default of the client in a query",
        parameter("query", schema={**TEXT, "x-client-default": "a"}),
        "no keyword x-client-default",
        22,
    ),
    (
        "promised parameter",
        parameter("query", schema={**TEXT, "x-promised": True}),
        "no keyword",
        22,
    ),
    (
        "required and apart",
        {
            "SCHEMAS>Request>properties>times>x-apart": True,
            "SCHEMAS>Request>required": ["times"],
        },
        "times is required",
        11,
    ),
    ("text chosen by nothing", chosen({"shape": ["merry"]}), "has no property shape", 9),
    ("text chosen by no value", chosen({"form": []}), "must not be empty", 22),
    ("text chosen by a number", chosen({"times": ["1"]}), "times is no text", 9),
    ("text chosen by an unknown value", chosen({"form": ["merry", "mad"]}), "knows no mad", 9),
    (
        "text chosen by what is required",
        chosen({"form": ["merry"]}) | {"SCHEMAS>Request>required": ["form"]},
        "must be optional",
        9,
    ),
    ("server elsewhere", {"POST>servers": [{"url": "https://b.example"}]}, "one server above", 21),
    ("no example", {"POST>x-method": "words.say"}, "lacks an example", 16),
    # Parameters
    ("cookie", parameter("cookie"), "no parameters in 'cookie'", 23),
    ("explode", parameter("query", explode=False), "in the usual way", 23),
    ("style", parameter("query", style="deepObject"), "in the usual way", 23),
    ("list in a header", parameter("header", schema={"type": "array", "items": TEXT}), "text", 23),
    ("object in a query", parameter("query", schema=ref("Answer")), "a list of these", 23),
    ("null in a query", parameter("query", schema={"type": ["string", "null"]}), "not null", 23),
    ("closed enum in a query", parameter("query", schema=ref("Mood")), "must stand in an anyOf", 4),
    ("name in path and body", parameter("query", "times"), "the name of one in the body", 23),
    ("name in path and query", parameter("query", "word"), "the name of one in the path", 23),
    ("header Max-Retries", parameter("header", "Max-Retries"), "an option", 23),
    ("header of the clients", parameter("header", "Idempotency-Key"), "by the clients", 23),
    *(
        (f"parameter {name}", parameter("query", name), "the code uses itself", 23)
        for name in ("client", "body", "self", "str")
    ),
    *(
        (f"parameter {name}", parameter("query", name), "gives no keyword argument", 23)
        for name in ("class", "7up", "page[size]", "$skip", "größe")
    ),
    (
        "parameter twice",
        parameter("query") | {"POST>parameters>3": parameter("query")["POST>parameters>2"]},
        "a in query is listed twice",
        23,
    ),
    ("path without it", parameter("path", required=True), "the path has no {a}", 23),
    ("optional in the path", {"POST>parameters": [], **parameter("path", "word")}, "required", 23),
    ("not in the path", {"POST>parameters": []}, "no parameter of it", 23),
    ("undescribed parameter", parameter("query", description=""), "must have a description", 7),
    # Components
    ("not PascalCase", thing("little_thing", type="object"), "PascalCase", 1),
    ("name of the code", thing("JSONObject", type="object"), "PascalCase", 1),
    ("name of a dict", thing("AnswerDict", type="object"), "same module or class", 1),
    (
        "same module",
        thing("HTTPWord", type="object") | thing("HttpWord", type="object"),
        "same module or class",
        1,
    ),
    ("nullable component", thing(type=["object", "null"]), "where the component is used", 1),
    ("list as a component", thing(type="array"), "a component is an object", 1),
    ("reference as a component", {"SCHEMAS>Thing": ref("Answer")}, "no reference to another", 1),
    ("integer enum", thing(type="integer", enum=[1]), "must be text", 22),
    ("value twice", thing(type="string", enum=["a", "a"]), "a value twice", 4),
    ("allOf", thing(allOf=[ref("Answer")]), "not put together", 1),
    ("allOf beside properties", thing("Thing", **INLINE, allOf=[ref("Answer")]), "put together", 1),
    ("oneOf", thing(oneOf=[ref("Cat"), ref("Dog")]), "a union is an anyOf", 5),
    ("closed object", thing(type="object", additionalProperties=False), "have more members", 6),
    ("undescribed component", {"SCHEMAS>Thing": {"type": "object"}}, "must have a description", 7),
    ("required without property", {"SCHEMAS>Answer>required": ["b"]}, "no property b", 6),
    ("x-iterates nothing", {"SCHEMAS>Answer>x-iterates": "text"}, "is a list", 10),
    # Properties
    (
        "x-iterates on a property",
        member(type="array", items=TEXT, **{"x-iterates": True}),
        "a property has no keyword x-iterates; a component may have it",
        22,
    ),
    ("undescribed property", member(type="string", description=""), "must have a descr", 7),
    ("blank description", member(type="string", description=" "), "must have a descr", 7),
    ("type int", member(type="int"), "did you mean integer", 3),
    ("no such type", member(type="string, null"), "there is no type", 3),
    ("type null without quotes", member(type=["string", None]), "in quotes", 3),
    ("nullable", member(type="string", nullable=True), "null is a type", 3),
    ("closed enum", member(**ref("Mood")), "must stand in an anyOf", 4),
    ("closed enum in a list", member(type="array", items=ref("Mood")), "stand in an anyOf", 4),
    ("closed enum or null", member(anyOf=[ref("Mood"), {"type": "null"}]), "stand in an anyOf", 4),
    ("enum in place", member(type="string", enum=["a"]), "must be a component", 4),
    ("bytes", member(type="string", format="binary"), "JSON has no bytes", 19),
    ("object in place", member(**INLINE), "must be a named schema", 1),
    ("map in place", member(type="object", additionalProperties=TEXT), "a named schema", 1),
    ("object in a list", member(type="array", items=INLINE), "must be a named schema", 1),
    ("object in a union", member(anyOf=[INLINE, TEXT]), "must be a named schema", 1),
    ("list without items", member(type="array"), "a list .* has items", 1),
    ("unknown reference", member(**ref("Nothing")), "there is no Nothing", 1),
    ("reference into a file", member(**{"$ref": "b.yaml#/A"}), "must begin with #/comp", 1),
    ("default of another type", member(type="integer", default="a"), "the type of its prop", 8),
    ("default that is null", member(type="string", default=None), "the type of its property", 8),
    (
        "default of the client",
        {"SCHEMAS>Request>properties>times>x-client-default": "a"},
        "the type of its property",
        8,
    ),
    ("default of a list", member(type="array", items=TEXT, default=["a"]), "a list .* none", 8),
    ("misspelt keyword", {f"{ANSWER}>text>x-promise": True}, "did you mean x-promised", 22),
    ("description in a list", member(type="array", items={"description": "A."}), "no keyword", 22),
    *(
        (f"property {name}", {f"{ANSWER}>{name}": {"description": "A.", **TEXT}}, "identifier", 2)
        for name in (
            "\ufb01eld",  # which Python reads as field
            "Any",
            "Answer",
            "CatDict",
            "__a",
            "class",
            "from",
            "True",
            "not-a-name",
            "7up",
            "promised",
            "to_dict",
            "str",
        )
    ),
    *(
        (f"path {path}", {f"paths>{path}": {"get": OTHER}}, reason, 23)
        for path, reason in {
            "words": "begins with /",
            "/words?a=b": "no query",
            "/words#a": "no query",
            "/two words": "no query",
            "/{a": "no query",
            "/{}": "no query",
            '/"': "no query",
            "/{a}/{a}": "each {name} once",
            "/../a": "leads to another path",
            "/a/./b": "leads to another path",
            "/a%2": "no query",
        }.items()
    ),
    *(
        (f"header {name!r}", parameter("header", name), "no name of a header", 23)
        for name in ("A b", "A:", "é", "A(b)", "a\nb")
    ),
    *(
        (f"query {name!r}", parameter("query", name), "has quotes|no keyword argument", 23)
        for name in ('a"', "a\\", "a\n")
    ),
    *(
        (f"local name {name}", parameter("query", name), "the code uses itself", 23)
        for name in ("response", "syncDetailed", "asyncio-detailed", "types")
    ),
    (
        "a form that is JSON",
        {BODY: {"multipart/form-data": {"schema": ref("Answer")}}},
        "a form that is also JSON",
        19,
    ),
    (
        "whole number asks for a stream",
        events({"x-stream-end": "END", "x-streamed-by": "times"}),
        "true or false",
        9,
    ),
    *(
        (f"component {name}", thing(name, type="object"), "no name of Python's own", 1)
        for name in (
            *("PermissionError", "Exception", "Warning", "A1b", "Thing2x", "Sequence"),
            *("OPERATION", "SayWordParams", "SayWordOthers"),
        )
    ),
    (
        "component named as the option of a parameter",
        thing("TimesOption", type="object") | {"SCHEMAS>Request>properties>times>x-apart": True},
        "no name of Python's own or of the code",
        1,
    ),
    # What has no effect where it stands, or says two things at once
    ("number as a text", member(type="integer", const="a"), "no value of its type", 5),
    ("constant that is too short", member(**TEXT, const="a", minLength=2), "of its type", 5),
    ("constant of a union", member(anyOf=[TEXT, {"type": "null"}], const="a"), "either a", 1),
    ("three in one", member(**ref("Cat"), anyOf=[TEXT], type="string"), "either a", 1),
    ("excluded value", member(**TEXT, **{"not": {"enum": ["a"]}}), "of an open variant", 5),
    *(
        (f"{mark} on an enum", {f"SCHEMAS>Mood>{mark}": value}, "belongs to an object", 1)
        for mark, value in {
            "x-open-variant": True,
            "x-response-only": True,
            "x-deviation": True,
            "x-methods": "A",
        }.items()
    ),
    ("open variant of nothing", {"SCHEMAS>Answer>x-open-variant": True}, "here: nothing", 5),
    (
        "open variant by two tags",
        {
            "SCHEMAS>Zoo": {**union("sort", lion="Lion"), "anyOf": [ref("Lion"), ref("OtherPet")]},
            "SCHEMAS>Lion": variant("sort", "lion"),
            "SCHEMAS>OtherPet>properties>sort": {"description": "A.", **TEXT},
            f"{ANSWER}>zoo": {"description": "A.", **ref("Zoo")},
        },
        "here: kind and sort",
        5,
    ),
    (
        "discriminator of a base class",
        thing(type="object", discriminator=union("kind", cat="Cat")["discriminator"]),
        "belongs to a union",
        5,
    ),
    ("variant twice", {"SCHEMAS>Pet>anyOf>3": ref("Cat")}, "has the variant Cat twice", 5),
    (
        "nothing but a deviation",
        {"SCHEMAS>Thing": {"description": "A.", "type": "object", "x-deviation": True}}
        | member(anyOf=[{"type": "array", "items": ref("Thing")}, {"type": "null"}]),
        "not alone",
        6,
    ),
    (
        "methods of a map",
        thing(type="object", additionalProperties=TEXT, **{"x-methods": "A"}),
        "a map is a dict",
        17,
    ),
    (
        "default of the client where one is required",
        {"SCHEMAS>Request>required": ["times"], "SCHEMAS>Request>properties>times": TIMES},
        "times is required",
        18,
    ),
    (
        "required parameter apart",
        parameter("query", required=True, schema={**TEXT, "x-apart": True}),
        "a is required",
        11,
    ),
    ("number as a file", form(file={**FILE, "type": "integer"}), "type string", 19),
    ("file without a type", form(file={"format": "binary"}), "type string", 19),
    ("file by default of the client", form(file={**FILE, "x-client-default": "a"}), "a file", 19),
    ("number as bytes", {OCTETS: {"schema": {**FILE, "type": "integer"}}}, "bytes have", 9),
    (
        "text beside bytes",
        {"POST>responses>200>content": {"application/octet-stream": {"schema": FILE}}}
        | chosen({"form": ["merry"]}),
        "stands beside application/json",
        9,
    ),
    (
        "events beside bytes",
        {"POST>responses>200>content": {"application/octet-stream": {"schema": FILE}}}
        | events({"x-stream-end": "cat"}),
        "stands beside application/json",
        9,
    ),
    *(
        (f"event that is {name}", events({"x-stream-end": "END"}, name) | MAP, "an event must", 9)
        for name in ("Mood", "Map")
    ),
    *(
        (f"stream that ends with {end!r}", events({"x-stream-end": end}), "must name what ends", 9)
        for end in ("", [], ["END", ""])
    ),
    *(
        (
            f"stream that is {name}",
            events({"x-stream-end": "cat"}) | {f"SCHEMAS>Request>{place}": value},
            reason,
            9,
        )
        for name, place, value, reason in (
            ("required", "required", ["live"], "live must be optional"),
            ("there by default", "properties>live>default", True, "live is true by default"),
            ("sent for", "properties>live>x-client-default", True, "live is true by default"),
            ("apart", "properties>live>x-apart", True, "live cannot be x-apart"),
            ("text", "properties>live>type", ["boolean", "string"], "true or false"),
        )
    ),
    *(
        (
            f"text by {name}",
            chosen({"form": ["merry"]}, **{name: "merry"}),
            "the default of form asks for text",
            9,
        )
        for name in ("default", "x-client-default")
    ),
    (
        "job that is done and has failed",
        {"POST>x-method": "words.say", "POST>x-job": {"done": ["a"], "failed": ["b", "a"]}},
        "a cannot be both",
        21,
    ),
    (
        "job whose status is a number",
        {"POST>x-method": "words.say", "POST>x-job": {"done": ["a"], "failed": ["b"]}}
        | {f"{ANSWER}>status": {"description": "A.", "type": "integer"}},
        "status, which is text",
        21,
    ),
    ("batches beside batch_size", batched({}) | parameter("query", "batch_size"), "batch_size", 18),
    (
        "batches whose index is text",
        batched({"x-iterates": "pets", "properties>pets": {**ITEMS, "items": ref("Thing")}})
        | thing(type="object", properties={"index": {"description": "A.", **TEXT}}),
        "whose items have an index",
        18,
    ),
    ("number that no float holds", member(type="number", maximum=10**400), "too large", 22),
    (
        "default that no division reaches",
        member(type="number", multipleOf=1e-300, default=1e300),
        "no value that its property may have",
        8,
    ),
    *(
        (f"pattern {pattern[:6]}", member(**TEXT, pattern=pattern), "no regular expression", 22)
        for pattern in ("a{4294967296}", "(" * 2000 + ")" * 2000)
    ),
    ("half a character", {"POST>summary": "Say \ud83d\ude00."}, "write the character itself", 22),
    ("empty union", member(anyOf=[]), "must not be empty", 22),
    ("empty union in a list", member(type="array", items={"anyOf": []}), "must not be empty", 22),
    ("component that is an empty union", thing(anyOf=[]), "must not be empty", 22),
    ("empty enum", thing(type="string", enum=[]), "must not be empty", 22),
    *(
        (
            f"x-decoded {type_}",
            member(**TEXT, **{"x-decoded": type_}) | {"SCHEMAS>Answer>x-methods": "A"},
            "no type such as",
            17,
        )
        for type_ in ("list[", "lists[float]", "list[float", "Answer", "1 +")
    ),
    ("x-decoded by nothing", member(**TEXT, **{"x-decoded": "str"}), "with x-methods", 17),
    # Limits and defaults
    *(
        (f"{type_} {limits}", member(type=type_, **limits), reason, 7)
        for type_, limits, reason in LIMITS
    ),
    *(
        (f"default {schema}", member(**schema), "no value that its property may have", 8)
        for schema in DEFAULTS
    ),
    (
        "default outside the enum",
        member(anyOf=[ref("Mood"), TEXT], default="angry"),
        "no value that its property may have",
        8,
    ),
    # Unions
    ("no discriminator", {"SCHEMAS>Pet>discriminator": None}, "needs a discriminator", 5),
    ("untold objects", member(anyOf=[ref("Cat"), ref("Answer")]), "needs a discriminator", 5),
    (
        "untold lists",
        member(anyOf=[{"type": "array", "items": ref(name)} for name in ("Cat", "Dog")]),
        "needs a discriminator",
        5,
    ),
    (
        "variant without a tag",
        {"SCHEMAS>Cat>properties>kind": {"description": "A.", **TEXT}},
        "must fix kind by a const",
        5,
    ),
    (
        "tags that are optional",
        {"SCHEMAS>Cat>required": [], "SCHEMAS>Dog>required": []},
        "must require kind",
        5,
    ),
    (
        "tag that answers may lack",
        member(
            anyOf=[ref("Cup"), ref("Jar")],
            discriminator={
                "propertyName": "kind",
                "mapping": {name.lower(): ref(name)["$ref"] for name in ("Cup", "Jar")},
            },
        )
        | {
            f"SCHEMAS>{name}": {
                "description": "A.",
                "type": "object",
                "properties": {"kind": {"description": "A.", "const": name.lower()}},
            }
            for name in ("Cup", "Jar")
        },
        "must be required or x-promised",
        5,
    ),
    ("tag that is true", {"SCHEMAS>Cat>properties>kind>const": True}, "text or a whole number", 22),
    ("tag that is too large", {"SCHEMAS>Cat>properties>kind>const": 2**53}, "too large", 22),
    (
        "discriminator of nothing",
        {"SCHEMAS>Pet>discriminator>propertyName": "sort"},
        "must fix sort by a const",
        5,
    ),
    ("status 600", {"POST>responses>600": {"description": "A."}}, "from 200 to 599", 9),
    ("tag twice", {"SCHEMAS>Cat>properties>kind>const": "dog"}, "cannot be told apart|const is", 5),
    ("tag not in the mapping", {"SCHEMAS>Pet>discriminator>mapping>cat": None}, "lacks cat", 5),
    (
        "tag only in the mapping",
        {"SCHEMAS>Pet>discriminator>mapping>cow": ref("Cat")["$ref"]},
        "no variant whose const is cow",
        5,
    ),
    ("tag not excluded", {"SCHEMAS>OtherPet>properties>kind>not>enum": ["cat"]}, "exclude", 5),
    ("variant that is text", {"SCHEMAS>Pet>anyOf>3": TEXT}, "must have a \\$ref|no keyword", 5),
    (
        "map of itself",
        thing(
            "Map",
            type="object",
            additionalProperties={"type": "array", "items": {"anyOf": [ref("Map"), TEXT]}},
        ),
        "map cannot hold itself",
        1,
    ),
    ("union of itself", {"SCHEMAS>Pet>anyOf>3": ref("Pet")}, "a variant of itself", 5),
    (
        "map among objects",
        member(anyOf=[ref("Map"), ref("Cat")])
        | thing("Map", type="object", additionalProperties=TEXT),
        "cannot be told",
        5,
    ),
]


@pytest.mark.parametrize(
    ("value", "said_of_it"),
    [
        ("2024-01-31", "'2024-01-31' is a date in YAML: write it in quotes"),
        (".inf", "inf is no number of JSON"),
        ("!!set {a}", "is a set in YAML"),
        ("{1: a}", "the key 1 is no text"),
        (r'"\uD83D\uDE00"', "write the character itself"),
    ],
)
def test_values_that_json_has_not(value: str, said_of_it: str) -> None:
    """What YAML has and JSON has not is refused wherever it stands, also in examples."""
    text = SMALL.replace("    Answer:\n", f"    Answer:\n      examples:\n        - a: {value}\n")
    (line,) = said(text)

    number = next(n for n, each in enumerate(text.splitlines(), 1) if value in each)
    assert line.startswith(f"openapi.yaml:{number}: components.schemas.Answer.examples.0.a")
    assert said_of_it in line
    assert line.endswith("(rule 22)")


def test_small_spec_keeps_the_rules() -> None:
    """What is said below is said of the changes."""
    assert said(SMALL) == []


@pytest.mark.parametrize(
    ("change", "reason", "rule"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_what_is_refused(change: dict[str, Any], reason: str, rule: int) -> None:
    """A spec that breaks a rule is refused in a line with the place, what is wrong and the rule."""
    lines = said(changed(change))

    assert [line for line in lines if re.search(f"{reason}.* \\(rule {rule}\\)$", line)], lines
    for line in lines:
        assert re.match(r"openapi\.yaml:\d+: (openapi|paths|components|tags|servers)[.:]", line)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("a: [1", "openapi.yaml:1: is no valid YAML"),
        ("a:\n\tb: 1", "openapi.yaml:2: is no valid YAML"),
        ("a: 1\na: 2", "openapi.yaml:2: is no valid YAML: found duplicate key"),
        ("a: *b", "openapi.yaml:1: is no valid YAML"),
        ("- 1", "openapi.yaml:1: is no OpenAPI"),
        ("", "openapi.yaml:1: is no OpenAPI"),
        ("a: 1\nb: " + "[" * 1000 + "]" * 1000, "openapi.yaml:2: is nested too deeply"),
        ("a: 1\nb: " + "[" * 61 + "]" * 61, "openapi.yaml:2: is nested too deeply"),
        ("openapi: &a\n  b: *a", "openapi.yaml:1: is nested too deeply"),
        ("a: 1\nb: \0", "openapi.yaml:2: is no valid YAML"),
        ("openapi: 3.1.0", "openapi.yaml:1: the file: the file must have a info (rule 22)"),
    ],
)
def test_file_that_is_no_spec(text: str, start: str) -> None:
    """What is no YAML, or no OpenAPI, is said in a line."""
    assert said(text)[0].startswith(start)


def every_change(node: Any) -> Iterator[Any]:
    """Yield a document with each of its parts taken away, or replaced by something else."""
    parts = list(node.items() if isinstance(node, dict) else enumerate(node))
    others: list[Any] = [
        None,
        True,
        0,
        -1.5,
        "",
        "a",
        "#/components/schemas/Cat",
        [],
        ["a"],
        {},
        {"a": {}},
    ]
    for key, part in parts:
        rest = {k: each for k, each in parts if k != key}
        inner = every_change(part) if isinstance(part, dict | list) else ()
        for changed_part in [*others, *inner]:
            # In the same order, since the first media type and the first tag mean something.
            whole = {k: changed_part if k == key else each for k, each in parts}
            yield whole if isinstance(node, dict) else [*whole.values()]
        yield rest if isinstance(node, dict) else [*rest.values()]


def test_anything_is_refused_or_can_be_generated() -> None:
    """Whatever stands in a place, there is no traceback: a rule refuses it, or it has facts."""
    refused = 0
    for document in every_change(YAML(typ="safe").load(SMALL)):
        spec = Spec(document)
        broken = broken_rules(spec)
        refused += bool(broken)
        if not broken:
            collect(spec)

    assert refused > 1000


def test_status_without_quotes() -> None:
    """A status that is a number is refused where it stands."""
    (line,) = said(SMALL.replace('"200":', "200:"))

    number = SMALL.splitlines().index('        "200":') + 1
    place = "paths./words/{word}.post.responses.200"
    assert (
        line
        == f"openapi.yaml:{number}: {place}: the key 200 is no text: write it in quotes (rule 22)"
    )


REQUEST = "SCHEMAS>Request>properties"
STREAMED_BY = "POST>responses>200>content>text/event-stream>x-streamed-by"
FLAG = {"description": "A.", "type": "boolean"}
LISTED = {"description": "A.", "type": "array", "items": TEXT}
# An operation whose answers can be parsed.
PARSED: dict[str, Any] = {
    "POST>x-mixin": "Words",
    "POST>x-method": "words.create",
    STREAMED_BY: "stream",
    f"{REQUEST}>stream": FLAG,
    f"{REQUEST}>tools": {**LISTED, "x-apart": True},
}


def with_method(**more: Any) -> str:
    """Return a spec with an operation that has a method and a stream."""
    events = {"x-streamed-by": "live", "x-stream-end": "END", "schema": ref("Answer")}
    changes: dict[str, Any] = {"POST>responses>200>content>text/event-stream": events}
    changes |= {"POST>parameters>0>example": "a", f"{BODY}>application/json>example": {}}
    changes |= {f"{OK}>example": {}, "POST>x-method": "words.say"}
    stream = "POST>responses>200>content>text/event-stream"
    changes |= {f"{stream}>example": [], f"{stream}>x-stream-format": "FORMAT"}
    return changed(changes | more)


STREAM = "POST>responses>200>content>text/event-stream"


@pytest.mark.parametrize(
    ("place", "example", "wrong", "text"),
    [
        (f"{OK}>example", {"text": 5}, ("text",), "5 is not of type 'string'"),
        (f"{OK}>example", {"pets": [{}]}, ("pets", 0), "{} is not valid"),
        (f"{OK}>examples", {"a": {"value": []}}, ("a", "value"), "[] is not of type 'object'"),
        (f"{STREAM}>example", [{}, {"text": 5}], (1, "text"), "5 is not of type 'string'"),
        (f"{BODY}>application/json>example", {"times": "x"}, ("times",), "'x' is not of type"),
        ("POST>parameters>0>example", 5, (), "5 is not of type 'string'"),
        ("POST>parameters>1>example", "very", (), "'very' is not of type 'boolean'"),
    ],
)
def test_examples_are_valid(
    place: str, example: Any, wrong: tuple[str | int, ...], text: str
) -> None:
    """An example that its schema does not allow is refused at the part that is wrong."""
    broken = broken_rules(Spec.parse(with_method(**{place: example})))

    (found,) = [each for each in broken if each.rule == 16]
    assert found.place[-len(wrong) - 1 :][1:] == wrong
    assert found.text.startswith(f"is not valid: {text}")


def test_what_is_written_by_hand_must_exist(tmp_path: Path) -> None:
    """What the spec names is looked for in the module where it belongs."""
    text = with_method(**{"POST>x-mixin": "Words", "SCHEMAS>Answer>x-methods": "AnswerMethods"})
    spec = Spec.parse(text)
    modules = {
        "apertis_client/_runtime/answer_methods.py": "class AnswerMethods: ...",
        "apertis/words/async_methods.py": "class AsyncWords: ...",
        "apertis/words/stream_format.py": "FORMAT: Final = 1",
    }
    names = ["AnswerMethods", "AsyncWords", "FORMAT"]

    expected = [f"{n} is not defined in {m}" for n, m in zip(names, modules, strict=True)]
    assert [each.text for each in broken_rules(spec, tmp_path)] == expected
    for module, code in modules.items():
        (tmp_path / module).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / module).write_text(code, encoding="utf-8")
    assert broken_rules(spec, tmp_path) == []


@pytest.mark.parametrize(
    ("change", "lack"),
    [
        ({"POST>x-method": "words.say"}, "the last name of x-method is create"),
        ({STREAMED_BY: "live"}, "a stream is asked for by stream"),
        ({f"{REQUEST}>tools": FLAG}, "the body has a list called tools"),
        ({f"{REQUEST}>tools": LISTED}, "its property tools is x-apart"),
        ({f"{REQUEST}>response_format": LISTED}, "its property response_format is x-apart"),
        ({}, None),
    ],
)
def test_answers_that_are_parsed(change: dict[str, Any], lack: str | None, tmp_path: Path) -> None:
    """What `parse`, `stream` and `run_tools` need of an operation is missed where it is marked."""
    spec = Spec.parse(with_method(**(PARSED | change)))
    for module, code in {
        "async_methods": "class AsyncWords:\n    async def _parse(self): ...",
        "stream_format": "FORMAT = 1",
    }.items():
        (tmp_path / "apertis/words").mkdir(parents=True, exist_ok=True)
        (tmp_path / f"apertis/words/{module}.py").write_text(code, encoding="utf-8")

    expected = [] if lack is None else [f"AsyncWords has _parse, which needs that {lack}"]
    assert [each.text for each in broken_rules(spec, tmp_path)] == expected


def test_resource_has_one_mixin() -> None:
    """A second class of handwritten methods, or a second job, of a resource is refused."""
    spec = Spec.parse(with_method(**{"POST>x-mixin": "Words"}))
    first = spec.document["paths"]["/words/{word}"]["post"]
    second = {**first, "operationId": "say_again", "x-method": "words.again"}
    spec.document["paths"]["/words/{word}"]["put"] = second

    assert "words has another x-mixin" in [each.text for each in broken_rules(spec)]


def test_method_is_taken_once(tmp_path: Path) -> None:
    """No two operations are the same method, and none is a method and a resource."""
    spec = Spec.parse(with_method())
    first = spec.document["paths"]["/words/{word}"]["post"]
    for method in ("words.say", "words.say.twice"):
        second = {**first, "operationId": "say_again", "x-method": method}
        spec.document["paths"]["/words/{word}"]["put"] = second
        places = {each.place for each in broken_rules(spec, tmp_path) if each.rule == 13}
        assert places == {("paths", "/words/{word}", "post", "x-method")}


def test_line_is_that_of_the_place() -> None:
    """The line is where the part of the file begins, also one that another part takes over."""
    text = SMALL.replace("      properties:\n        text:", "      properties:\n        text: &a")
    text = text.replace("        pets:", "        other: {<<: *a, type: int}\n        pets:")

    (line,) = said(text)
    number = next(n for n, each in enumerate(text.splitlines(), 1) if "type: int}" in each)
    assert line.startswith(f"openapi.yaml:{number}: components.schemas.Answer.properties.other.")


def test_names_that_are_taken() -> None:
    """The rules know every option, and every name that models have."""
    own = {*dir(JSONObject), *dir(ResponseModel)} - {*dir(object)}
    assert set(RequestOptions.__annotations__) == OPTIONS
    assert {name for name in own if "__" not in name} <= MEMBERS


def test_rules_are_at_the_top_of_the_file() -> None:
    """Every rule that a message names is one that the file lists."""
    listed = re.findall(r"(?m)^# {1,2}(\d+)\. ", (ROOT / "openapi.yaml").read_text("utf-8"))

    assert [int(number) for number in listed] == list(range(1, len(listed) + 1))
    assert {case[3] for case in REFUSED} <= {int(number) for number in listed}
