"""Writes generated code: facts to templates, templates to files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2

from .answers import option_class
from .kinds import PLAIN, VIEWS
from .prose import docstring
from .spec import SpecError

if TYPE_CHECKING:
    from .declarations import Declaration
    from .endpoints import Endpoints
    from .facts import Facts
    from .resources import Resource

__all__ = ["ROOT", "generator_name", "render_client", "render_resources", "ruff_fix"]

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATES = ROOT / "scripts" / "templates"
UNFORESEEN = (
    "no code can be made of this spec, although it keeps the rules, which is a fault of them:"
)


def generator_name() -> str:
    """Return the name and version of what makes the client."""
    return f"openapi-python-client {version('openapi-python-client')}"


def render_client(facts: Facts, title: str, output: Path) -> None:
    """Make the generated part of the client in `output`, a folder that does not exist yet.

    Args:
        facts: The facts of the spec.
        title: What the API is called.
        output: Where the client goes.

    Raises:
        SpecError: openapi-python-client fails; the message is its own.
    """
    environment = _environment(TEMPLATES)
    of_all: Any = {"generator": generator_name(), "server": facts.server}
    environment.globals.update(of_all | {"modules": facts.modules, "unions": facts.unions})
    with tempfile.TemporaryDirectory() as folder:
        templates, outline = Path(folder) / "templates", Path(folder) / "openapi.json"
        _write_modules(facts, title, environment, templates)
        outline.write_text(json.dumps(_outline(facts, title)), encoding="utf-8")
        _run_generator(outline, templates, output)
    (output / "py.typed").touch()
    shapes = environment.get_template("shapes.py.jinja").render(shapes=facts.shapes)
    (output / "shapes.py").write_text(shapes, encoding="utf-8")
    ruff_fix(output / "shapes.py")


def _outline(facts: Facts, title: str) -> dict[str, Any]:
    """Return a spec with the names of schemas and operations, and nothing else.

    The facts have all the rest, so there is nothing that openapi-python-client could read
    differently, or refuse in words of its own.
    """
    schemas: dict[str, Any] = {name: {"type": "object"} for name in facts.models}
    schemas |= {n: {"type": "string", "enum": enum.values} for n, enum in facts.enums.items()}
    paths = {
        f"/{name}": {
            "get": {
                "operationId": name,
                "tags": [operation.tag],
                "responses": {"200": {"description": ""}},
            }
        }
        for name, operation in facts.operations.items()
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _write_modules(facts: Facts, title: str, environment: jinja2.Environment, folder: Path) -> None:
    """Write the modules as templates that openapi-python-client has nothing to fill in of.

    Its command line hands over no variables, and facts that are templates take it seconds to read.
    """

    def render(name: str, **variables: Any) -> str:
        text = environment.get_template(f"{name}.py.jinja").render(variables)
        return f"{{{{ {text!r} }}}}"

    text = docstring(f"{title}: types and functions for every operation of openapi.yaml.", 0)
    folder.mkdir()
    for name in ("api_init", "client", "errors", "models_init", "package_init", "types"):
        (folder / f"{name}.py.jinja").write_text(render(name, text=text), encoding="utf-8")
    tags = {operation.tag: operation.tag for operation in facts.operations.values()}
    for name, known_as, all_facts in (
        ("model", "model.class_info.name", facts.models),
        ("literal_enum", "enum.class_info.name", facts.enums),
        ("endpoint_init", "endpoint_collection.tag", tags),
        ("endpoint_module", "endpoint.name", facts.operations),
    ):
        chosen = f'{{% include "{name}/" ~ {known_as} ~ ".jinja" %}}'
        (folder / f"{name}.py.jinja").write_text(chosen, encoding="utf-8")
        (folder / name).mkdir()
        for key, each in all_facts.items():
            (folder / name / f"{key}.jinja").write_text(render(name, facts=each), encoding="utf-8")


def _environment(folder: Path) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # noqa: S701  Python is not HTML
    )
    environment.filters["option_class"] = option_class
    return environment


def _run_generator(spec_file: Path, templates: Path, output: Path) -> None:
    # By its command line: its Python interface is not stable.
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none"]
    command += ["--path", str(spec_file), "--config", str(ROOT / "generator-config.yaml")]
    command += ["--custom-template-path", str(templates), "--output-path", str(output)]
    command += ["--overwrite", "--fail-on-warning"]
    done = _run(command)
    if done.returncode:
        raise SpecError(f"{UNFORESEEN}\n{(done.stdout + done.stderr).strip()}")


def render_resources(
    roots: list[Resource], settings: Declaration, endpoints: Endpoints, output: Path
) -> None:
    """Make the resource classes in `output`, a folder that does not exist yet."""
    environment = _environment(TEMPLATES / "resources")
    output.mkdir()
    header = HEADER.format(generator="scripts/generate.py")
    for root in roots:
        resources = list(root.all())
        text = environment.get_template("module.py.jinja").render(
            header=header,
            root=root,
            resources=resources,
            operations=[method.operation for each in resources for method in each.methods],
            kinds=PLAIN,
            views=VIEWS,
        )
        (output / f"{root.name}.py").write_text(text, encoding="utf-8")
    variables = {
        "header": header,
        "roots": roots,
        "settings": settings,
        "endpoint": endpoints.declaration,
        "verbs": endpoints.verbs,
        "kinds": PLAIN,
        "views": VIEWS,
    }
    for name in ("__init__", "client_signatures", "client_views"):
        text = environment.get_template(f"{name}.py.jinja").render(variables)
        (output / f"{name}.py").write_text(text, encoding="utf-8")
    ruff_fix(output)


HEADER = """\
# Generated from openapi.yaml by {generator}: change the spec or scripts/, then run
# `make generate`. Never edit this file.
"""


def ruff_fix(*folders: Path) -> None:
    """Format generated code, with imports and `__all__` sorted, and no import that is unused."""
    _ruff("check", "--fix-only", "--select=I,F401,RUF022", *folders)
    _ruff("format", "--line-length=100", *folders)


def _ruff(*arguments: str | Path) -> None:
    """Run the pinned ruff over generated code, by no settings but its arguments."""
    done = _run([sys.executable, "-m", "ruff", *map(str, arguments), "--isolated", "--no-cache"])
    if done.returncode:
        raise SpecError(f"{UNFORESEEN}\n{(done.stdout + done.stderr).strip()}")


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    # The post-hooks of the generator call the ruff that is pinned beside this Python.
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    return subprocess.run(
        command,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
