"""A small spec that keeps all rules, for tests that change a part of it."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from typing import Any, cast

from ruamel.yaml import YAML

__all__ = ["SMALL", "changed", "complete"]

SMALL = """\
openapi: 3.1.0
info: {title: Words, version: "1"}
tags:
  - {name: words, description: Words.}
paths:
  /words/{word}:
    post:
      operationId: say_word
      tags: [words]
      summary: Say a word.
      description: It is said once.
      security:
        - key: []
      parameters:
        - {name: word, in: path, required: true, description: Which., schema: {type: string}}
        - {name: loud, in: query, description: How., schema: {type: boolean}}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: "#/components/schemas/Request"}
      responses:
        "200":
          description: What was said.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Answer"}
        "404":
          description: There is no such word.
components:
  securitySchemes:
    key: {type: http, scheme: bearer}
  schemas:
    Request:
      description: How to say it.
      type: object
      properties:
        times: {description: How often., type: integer}
        live: {description: Whether as a stream., type: boolean}
        pet: {description: Who says it., $ref: "#/components/schemas/Pet"}
    Answer:
      description: What was said.
      type: object
      properties:
        text: {description: The word., type: string}
        pets: {description: All., type: array, items: {$ref: "#/components/schemas/Pet"}}
        mood:
          description: How it was said.
          anyOf:
            - $ref: "#/components/schemas/Mood"
            - type: string
    Mood: {description: Moods., type: string, enum: [merry, sad]}
    Pet:
      description: An animal.
      anyOf:
        - $ref: "#/components/schemas/Cat"
        - $ref: "#/components/schemas/Dog"
        - $ref: "#/components/schemas/OtherPet"
      discriminator:
        propertyName: kind
        mapping: {cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog"}
    Cat:
      description: A cat.
      type: object
      required: [kind]
      properties:
        kind: {description: What it is., const: cat}
    Dog:
      description: A dog.
      type: object
      required: [kind]
      properties:
        kind: {description: What it is., const: dog}
    OtherPet:
      description: Another animal.
      x-open-variant: true
      type: object
      required: [kind]
      properties:
        kind: {description: What it is., type: string, not: {enum: [cat, dog]}}
"""


def changed(changes: Mapping[str, Any]) -> str:
    """Return the small spec with changes, as YAML.

    Args:
        changes: What is put at each place, whose keys are joined by ``>``; None takes it away.
            ``POST`` stands for the place of the operation, ``SCHEMAS`` for that of the components.
    """
    document = YAML(typ="safe").load(SMALL)
    for place, value in changes.items():
        whole = place.replace("POST", "paths>/words/{word}>post")
        *keys, last = whole.replace("SCHEMAS", "components>schemas").split(">")
        node: Any = document
        for key in keys:
            node = node[int(key)] if isinstance(node, list) else node.setdefault(key, {})
        if value is None:
            del node[int(last) if isinstance(node, list) else last]
        elif isinstance(node, list):
            cast("list[object]", node).append(value)
        else:
            node[last] = copy.deepcopy(value)
    return json.dumps(document, indent=1)  # which is YAML, too, with one key in each line


def complete(text: str) -> str:
    """Return a spec with what it lacks that tests are not about: descriptions, security, tags."""
    document: Any = YAML(typ="safe").load(text)
    document.setdefault("tags", [])
    tags = {tag["name"] for tag in document["tags"]}
    components = document.setdefault("components", {})
    for item in document.setdefault("paths", {}).values():
        for method, node in item.items():
            for parameter in node if method == "parameters" else node.get("parameters", ()):
                parameter.setdefault("description", "A parameter.")
            if method != "parameters":
                node.setdefault("security", [])
                node.setdefault("description", "An operation.")
                node.setdefault("summary", "An operation.")
                (tag,) = node.setdefault("tags", ["default"])
                if tag not in tags:
                    tags.add(tag)
                    document["tags"].append({"name": tag, "description": "A tag."})
                if "requestBody" in node:
                    node["requestBody"]["required"] = True
    for name, schema in components.get("schemas", {}).items():
        schema.setdefault("description", f"{name}.")
        if "properties" in schema:
            schema.setdefault("type", "object")
        for member in schema.get("properties", {}).values():
            member.setdefault("description", "A member.")
    return json.dumps(document, indent=1)
