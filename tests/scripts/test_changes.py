"""What is said of the difference between two specs."""

from __future__ import annotations

import pytest
from generator.changes import Change, changes, summary
from generator.collect import collect
from generator.facts import Facts
from generator.spec import Spec

SPEC = """
paths:
  /words:
    post:
      operationId: say_word
      x-method: words.say
      tags: [words]
      summary: Say a word.
      parameters:
        - {name: loud, in: query, schema: {type: boolean}}
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Request"}}}}
      responses:
        "200":
          content:
            application/json: {schema: {$ref: "#/components/schemas/Word"}}
            text/event-stream: {x-streamed-by: live, schema: {$ref: "#/components/schemas/Word"}}
  /words/last:
    get:
      operationId: last_word
      tags: [words]
      responses:
        "200": {content: {application/json: {schema: {$ref: "#/components/schemas/Word"}}}}
components:
  schemas:
    Request:
      required: [text]
      properties:
        text: {type: string}
        live: {type: boolean}
        voice: {anyOf: [{$ref: "#/components/schemas/Voice"}, {type: string}]}
        pitch: {type: number}
        parts: {type: array, items: {anyOf: [{type: string}, {$ref: "#/components/schemas/Part"}]}}
    Part: {properties: {first: {type: string}, second: {type: [integer, "null"]}}}
    Voice: {type: string, enum: [deep, high]}
    Tags: {type: object, additionalProperties: {type: string}}
    Word:
      x-iterates: sounds
      properties:
        sounds: {type: array, x-promised: true, items: {type: string}}
        length: {type: [integer, "null"]}
        tags: {anyOf: [{$ref: "#/components/schemas/Tags"}]}
"""


def facts_of(spec: str) -> Facts:
    return collect(Spec.parse(spec))


CASES = {
    # What is replaced, by what, and what is said of it: marked with ! where it breaks callers.
    "parameter gone": (
        "        pitch: {type: number}\n",
        "",
        ["!client.words.say has no parameter pitch any more"],
    ),
    "parameter": (
        "text: {type: string}",
        "text: {type: string}\n        new: {type: string}",
        ["client.words.say has a new parameter new"],
    ),
    "required parameter": (
        "name: loud, in: query",
        "name: loud, in: query, required: true",
        ["!client.words.say now requires loud"],
    ),
    "new required parameter": (
        "- {name: loud",
        "- {name: to, in: query, required: true, schema: {type: string}}\n        - {name: loud",
        ["!client.words.say has a new required parameter to"],
    ),
    "optional parameter": (
        "required: [text]",
        "required: []",
        ["client.words.say no longer requires text"],
    ),
    "narrower argument": (
        "pitch: {type: number}",
        "pitch: {type: integer}",
        ["!client.words.say: pitch no longer accepts float"],
    ),
    "other argument": (
        "pitch: {type: number}",
        "pitch: {type: string}",
        [
            "!client.words.say: pitch no longer accepts float",
            "client.words.say: pitch also accepts str",
        ],
    ),
    "narrower items": (
        'items: {anyOf: [{type: string}, {$ref: "#/components/schemas/Part"}]}',
        "items: {type: string}",
        ["!client.words.say: parts no longer accepts Sequence[Part]"],
    ),
    "wider argument": (
        "pitch: {type: number}",
        "pitch: {}",
        ["client.words.say: pitch also accepts Any"],
    ),
    "member of a request": (
        "Part: {properties",
        "Part: {required: [first], properties",
        ["!Part.first is now required"],
    ),
    "wider result": (
        "length: {type: [integer, ",
        "length: {type: [integer, string, ",
        ["!Word.length may now be str"],
    ),
    "narrower result": (
        'length: {type: [integer, "null"]}',
        'length: {type: "null"}',
        ["Word.length is no longer int"],
    ),
    "member gone": (
        '        length: {type: [integer, "null"]}\n',
        "",
        ["!member of Word gone: length"],
    ),
    "member": ("length:", "more: {type: string}\n        length:", ["member of Word new: more"]),
    "not iterable": ("      x-iterates: sounds\n", "", ["!Word no longer iterates over sounds"]),
    "value gone": ("[deep, high]", "[deep]", ["!value of Voice gone: high"]),
    "values": ("[deep, high]", "[deep, high, odd, low]", ["values of Voice new: low, odd"]),
    "map": (
        "{type: object, additionalProperties: {type: string}}",
        "{type: object, additionalProperties: {type: integer}}",
        [
            "!Tags is now dict[str, int]",
            "!Word.tags may now be dict[str, int]",
            "Word.tags is no longer dict[str, str]",
        ],
    ),
    "stream gone": (
        "text/event-stream",
        "text/plain",
        ["!client.words.say no longer streams"],
    ),
    "method moved": ("words.say", "words.speak", ["!client.words.say is now client.words.speak"]),
    "operation gone": (
        "last_word",
        "first_word",
        ["!last_word is gone", "first_word is new (GET /words/last)"],
    ),
    "other address": ("/words/last", "/words/latest", ["last_word now sends GET /words/latest"]),
    "schemas": (
        "    Voice:",
        "    Noise: {properties: {}}\n    Hum: {properties: {}}\n    Voice:",
        ["schemas new: Noise, Hum"],
    ),
    "descriptions": ("Say a word.", "Say something.", []),
}


@pytest.mark.parametrize("case", CASES)
def test_change(case: str) -> None:
    """Each difference is told in one line, which says whether it breaks callers."""
    before, after, lines = CASES[case]
    assert before in SPEC
    found = changes(facts_of(SPEC), facts_of(SPEC.replace(before, after)))

    assert sorted(found) == sorted(Change(line.removeprefix("!"), "!" in line) for line in lines)


def test_same_spec() -> None:
    """Nothing is said where nothing differs."""
    assert summary(facts_of(SPEC), facts_of(SPEC)) == []


def test_descriptions_alone() -> None:
    """Other descriptions are told where nothing else differs."""
    changed = facts_of(SPEC.replace("Say a word.", "Say something."))

    assert summary(facts_of(SPEC), changed) == [
        "Since the last commit, only descriptions have changed."
    ]


def test_summary_begins_with_what_breaks() -> None:
    """What breaks callers is told first."""
    changed = SPEC.replace("pitch: {type: number}", "pitch: {type: string}")

    assert summary(facts_of(SPEC), facts_of(changed)) == [
        "Since the last commit of openapi.yaml (1 of 2 break callers):",
        "  BREAKS: client.words.say: pitch no longer accepts float",
        "  client.words.say: pitch also accepts str",
    ]


def test_summary_is_short() -> None:
    """Of many differences, twelve lines are told."""
    members = "".join(f"        member_{number}: {{type: string}}\n" for number in range(20))
    changed = facts_of(SPEC.replace("        pitch:", f"{members}        pitch:"))
    lines = summary(facts_of(SPEC), changed)
    reverse = summary(changed, facts_of(SPEC))

    assert len(lines) == len(reverse) == 12
    assert lines[0] == "Since the last commit of openapi.yaml (0 of 20 break callers):"
    assert lines[-1] == "  and 10 more"
    assert reverse[-1] == "  and 10 more, 10 of which break callers"
