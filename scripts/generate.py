"""Makes `apertis_client/` from openapi.yaml, or says how the committed one differs.

    python scripts/generate.py            write the client
    python scripts/generate.py --check    only look; exit status 1 and the files that differ

The generator's own templates are overlaid with `scripts/templates/`. What a template cannot get
from the generator (the named unions, the event streams, the descriptions of parameters) is read
here from the spec and handed over in `spec.jinja`. What generated code needs at run time stands in
`apertis_client/_runtime/`, which is written by hand.
"""

from __future__ import annotations

import argparse
import filecmp
import keyword
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeAlias, cast

from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "scripts" / "templates"
# What generated models use themselves.
RESERVED = (
    {"self", "bool", "dict", "float", "int", "list", "str"}
    | {"adopt", "from_dict", "to_dict", "to_json", "model_dump", "model_dump_json"}
    | {"headers", "request_id", "rate_limit", "fallback"}
    | {"classmethod", "promised"}
)
# What every call takes beside the parameters of the API.
OPTIONS = {
    *("extra_headers", "extra_query", "extra_body"),
    *("timeout", "max_retries", "deadline", "idle_timeout"),
}
Node: TypeAlias = "dict[str, Node] | list[Node] | str | float | None"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


def main() -> int:
    """Run the command line; return its exit status."""
    parser = argparse.ArgumentParser(description="Make apertis_client/ from openapi.yaml.")
    parser.add_argument("--check", action="store_true", help="only compare; change nothing")
    parser.add_argument("--spec", type=Path, default=ROOT / "openapi.yaml")
    parser.add_argument("--output", type=Path, default=ROOT / "apertis_client")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "apertis_client"
        try:
            generate(options.spec, fresh)
        except SpecError as error:
            print(error, file=sys.stderr)
            return 1
        if options.check:
            return report(list(differences(fresh, options.output)))
        replace(fresh, options.output)
    return 0


class SpecError(Exception):
    """The spec breaks a rule that stands at its top, or the generator refused it."""


def generate(spec_file: Path, output: Path) -> None:
    """Make the client in `output`, a folder that is not there yet."""
    spec: dict[str, Any] = YAML(typ="safe").load(spec_file)  # pyright: ignore[reportUnknownMemberType]  # no stubs
    broken = list(broken_rules(spec))
    if broken:
        raise SpecError("\n".join(f"{spec_file.name}: {rule}" for rule in broken))
    with tempfile.TemporaryDirectory() as folder:
        templates = Path(folder) / "templates"
        shutil.copytree(TEMPLATES, templates)
        (templates / "spec.jinja").write_text(spec_template(spec), encoding="utf-8")
        run_generator(spec_file, templates, output)
    (output / "py.typed").touch()


def run_generator(spec_file: Path, templates: Path, output: Path) -> None:
    # By its public command line: its Python interface carries no promise.
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none"]
    command += ["--path", str(spec_file), "--config", str(ROOT / "generator-config.yaml")]
    command += ["--custom-template-path", str(templates), "--output-path", str(output)]
    command += ["--overwrite", "--fail-on-warning"]
    # The post-hooks call the ruff that is pinned beside this Python.
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    done = subprocess.run(
        command, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SpecError((done.stdout + done.stderr).strip())


def generator() -> str:
    return f"openapi-python-client {version('openapi-python-client')}"


def spec_template(spec: Mapping[str, Any]) -> str:
    """Return what the templates import: facts of the spec that the generator does not pass on."""
    facts = {
        "generator": generator(),
        "server": spec.get("servers", [{}])[0].get("url", ""),
        "unions": dict(unions(spec)),
        "answers": sorted(set(answers(spec))),
        "answered": sorted(answered(spec)),
        "operations": {
            operation["operationId"]: operation_facts(spec, path, operation)
            for path, _, operation in operations(spec)
        },
    }
    return "".join(f"{{% set {name} = {value!r} %}}\n" for name, value in facts.items())


def unions(spec: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Give each schema that is a union of named ones, with the names its variants have in types."""
    schemas = spec.get("components", {}).get("schemas", {})
    for name, schema in schemas.items():
        variants: list[dict[str, Any]] = schema.get("anyOf") or schema.get("oneOf") or []
        if len(variants) > 1 and all("$ref" in variant for variant in variants):
            members = [ref_name(variant["$ref"]) for variant in variants]
            known = [member for member in members if "x-open-variant" not in schemas[member]]
            yield name, [dict_name(member, schemas[member]) for member in known]


def answers(spec: Mapping[str, Any]) -> Iterator[str]:
    """Give the schemas that are the whole body of a successful answer."""
    for _, _, operation in operations(spec):
        for status, response in operation["responses"].items():
            body = resolved(spec, response).get("content", {}).get("application/json", {})
            if status.startswith("2") and "$ref" in body.get("schema", {}):
                yield ref_name(body["schema"]["$ref"])


def answered(spec: Mapping[str, Any]) -> set[str]:
    """Return the schemas that an answer may hold, at any depth."""
    schemas = spec.get("components", {}).get("schemas", {})
    found: set[str] = set()
    todo = [
        ref
        for _, _, operation in operations(spec)
        for response in operation["responses"].values()
        for ref in refs(resolved(spec, response).get("content", {}))
    ]
    while todo:
        name = ref_name(todo.pop())
        if name not in found:
            found.add(name)
            todo += refs(schemas[name])
    return found


def refs(node: Node) -> Iterator[str]:
    """Give every $ref in a part of the spec."""
    if isinstance(node, dict):
        if "$ref" in node:
            yield str(node["$ref"])
        node = list(node.values())
    if isinstance(node, list):
        for value in node:
            yield from refs(value)


def ref_name(ref: str) -> str:
    return ref.rsplit("/", 1)[-1]


def dict_name(name: str, schema: Mapping[str, Any]) -> str:
    is_plain = "enum" in schema or "x-response-only" in schema
    return name if is_plain else f"{name}Dict"


def operations(spec: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], str, Any]]:
    for path in spec.get("paths", {}).values():
        for method in METHODS:
            if method in path:
                yield path, method, path[method]


def operation_facts(
    spec: Mapping[str, Any], path: Mapping[str, Any], operation: Mapping[str, Any]
) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "parameters": {
            parameter["name"]: " ".join(parameter.get("description", "").split())
            for parameter in (
                resolved(spec, item)
                for item in (*operation.get("parameters", ()), *path.get("parameters", ()))
            )
        }
    }
    body = resolved(spec, operation.get("requestBody", {})).get("content", {})
    schema = resolved(spec, body.get("application/json", {}).get("schema", {}))
    members: Mapping[str, Any] = schema.get("properties", {})
    facts["apart"] = [name for name, member in members.items() if "x-apart" in member]
    for response in operation["responses"].values():
        stream = resolved(spec, response).get("content", {}).get("text/event-stream")
        if stream:
            facts["event"] = ref_name(stream["schema"]["$ref"])
            facts["streamed_by"] = stream["x-streamed-by"]
            facts["stream_end"] = stream["x-stream-end"]
    return facts


def resolved(spec: Mapping[str, Any], node: Any) -> Any:
    while "$ref" in node:
        target = node["$ref"]
        node = spec
        for part in target.removeprefix("#/").split("/"):
            node = node[part]
    return node


def broken_rules(spec: Mapping[str, Any]) -> Iterator[str]:
    """Give a sentence for each place where the spec breaks a rule that the templates rely on."""
    names: set[str] = set()
    for _, method, operation in operations(spec):
        name = operation.get("operationId", "")
        if not name.isidentifier() or name != name.lower() or name in names:
            yield f"{method} operation {name!r}: its operationId must be unique and snake_case"
        names.add(name)
        for parameter in sorted(OPTIONS & set(taken(spec, operation))):
            yield f"{name}: {parameter!r} is an option that every call of the wrapper has"
        for part in (operation.get("requestBody", {}), *operation["responses"].values()):
            for media in resolved(spec, part).get("content", {}).values():
                yield from unnamed_objects(media.get("schema", {}), name)
    for name, schema in spec.get("components", {}).get("schemas", {}).items():
        yield from inner_objects(schema, name)
        for member in schema.get("properties", {}):
            if not member.isidentifier() or keyword.iskeyword(member) or member in RESERVED:
                yield (
                    f"{name}.{member}: a property becomes an attribute, so its name must be an"
                    " identifier, and neither a keyword nor the name of what models are made with"
                )


def taken(spec: Mapping[str, Any], operation: Mapping[str, Any]) -> Iterator[str]:
    """Give the name of everything that an operation takes."""
    for item in operation.get("parameters", ()):
        yield resolved(spec, item)["name"]
    body = resolved(spec, operation.get("requestBody", {})).get("content", {})
    yield from resolved(spec, body.get("application/json", {}).get("schema", {})).get(
        "properties", ()
    )


def inner_objects(schema: Mapping[str, Any], where: str) -> Iterator[str]:
    """Give a sentence for each object without a name at any depth of a schema."""
    inner = [(f"{where}.{name}", value) for name, value in schema.get("properties", {}).items()]
    for union in ("anyOf", "oneOf", "allOf"):
        inner += [(where, value) for value in schema.get(union, ())]
    inner += [(where, schema.get(name)) for name in ("items", "additionalProperties")]
    for place, value in inner:
        if isinstance(value, dict):
            yield from unnamed_objects(cast("Mapping[str, Any]", value), place)


def unnamed_objects(schema: Mapping[str, Any], where: str) -> Iterator[str]:
    if "$ref" not in schema and ("properties" in schema or schema.get("type") == "object"):
        yield f"{where}: an object inside an object must be a named schema, by $ref"
    if "nullable" in schema:
        yield f"{where}: OpenAPI 3.1 has no nullable; null is a type"
    if schema.get("format") == "binary":
        yield f"{where}: JSON has no bytes; the templates know no uploads"
    yield from inner_objects(schema, where)


def differences(fresh: Path, committed: Path) -> Iterator[str]:
    """Give a line for each file that is missing, stale or different in the committed client."""
    made, kept = (files(folder) for folder in (fresh, committed))
    for name in sorted(made | kept):
        if name not in kept:
            yield f"missing    {committed.name}/{name}"
        elif name not in made:
            yield f"left over  {committed.name}/{name}"
        elif not filecmp.cmp(fresh / name, committed / name, shallow=False):
            yield f"different  {committed.name}/{name}"


def files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and not {"__pycache__", "_runtime"} & {*path.parts}
    }


def report(lines: list[str]) -> int:
    if lines:
        print("\n".join(lines))
        print("The committed client is not what openapi.yaml gives. Run `make generate`.")
    return 1 if lines else 0


def replace(fresh: Path, committed: Path) -> None:
    for name in files(committed) - files(fresh):
        (committed / name).unlink()
    for name in files(fresh):
        target = committed / name
        if not target.exists() or not filecmp.cmp(fresh / name, target, shallow=False):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(fresh / name, target)


if __name__ == "__main__":
    sys.exit(main())
