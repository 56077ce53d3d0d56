"""The pages of the reference: every public name, described by its docstring."""

from __future__ import annotations

import functools
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

import apertis
import apertis.resources
from apertis._errors import tree

# The title of each page. Those of the three APIs have the names of their resources.
TITLES = {
    "clients": "Clients and responses",
    "chat": "Chat completions",
    "messages": "Messages",
    "responses": "Responses",
    "endpoints": "Other endpoints",
    "helpers": "Conversations, tools and bulk runs",
    "errors": "Errors",
    "models-chat": "Models of chat completions",
    "models-messages": "Models of messages",
    "models-responses": "Models of responses",
    "models-endpoints": "Models of other endpoints",
}
SPEC = Path(__file__).resolve().parents[2] / "openapi.yaml"
_APIS = ("chat", "messages", "responses")
_MODELS = "apertis_client.models"
_HELPERS = ("bulk", "_conversation", "_schema", "_answers", "parts")
_INDEX = """\
# Reference

Every public name of the package, from its docstring.
A class whose name begins with `Async` has the methods of the one without, and they are awaited.

"""


@dataclass
class Page:
    """A page, with the names on it and the modules that they are taken from."""

    title: str
    names: dict[str, str] = field(default_factory=dict[str, str])

    def markdown(self, *, inherited: bool) -> str:
        """Return the page; `inherited` members are those of base classes."""
        entries = (_entry(name, home, inherited=inherited) for name, home in self.names.items())
        return f"# {self.title}\n{''.join(entries)}"


def write(folder: Path) -> None:
    """Write the pages into a folder, in place of those that are there."""
    folder.mkdir(parents=True, exist_ok=True)
    made = pages()
    texts = {
        name: page.markdown(inherited=not name.startswith(("models", "errors")))
        for name, page in made.items()
    }
    texts["index"] = _INDEX + "".join(
        f"- [{page.title}]({name}.md): {_listed(page)}\n" for name, page in made.items()
    )
    for name, text in texts.items():
        file = folder / f"{name}.md"
        # What has not changed keeps its time, so that a server does not build again.
        if not file.exists() or file.read_text("utf-8") != text:
            file.write_text(text, "utf-8")


def pages() -> dict[str, Page]:
    """Return the pages by the names of their files."""
    made = {name: Page(title) for name, title in TITLES.items()}
    for resource, home in _resources():
        api = home.rpartition(".")[2]
        made[api if api in _APIS else "endpoints"].names[resource] = home
    for name in dir(apertis):
        if name != "__version__":
            home = _home(name)
            made[_page_of(name, home)].names[name] = home
    return made


def _entry(name: str, home: str, *, inherited: bool) -> str:
    options = {
        "show_root_heading": False,
        "show_root_toc_entry": False,
        "inherited_members": inherited,
        # A plain dict has the members of the model above it.
        "members": "false" if name.endswith("Dict") else "null",
    }
    lines = "".join(f"      {option}: {str(value).lower()}\n" for option, value in options.items())
    return f"\n## {name} {{ #{name} }}\n\n::: {home}.{name}\n    options:\n{lines}"


def _listed(page: Page) -> str:
    names = [name for name in page.names if not name.startswith("Async")]
    return ", ".join(f"`{name}`" for name in names[:4]) + (" ..." if names[4:] else "")


def _resources() -> Iterator[tuple[str, str]]:
    """Yield the classes of resources, each with its module."""
    for found in pkgutil.iter_modules(apertis.resources.__path__, "apertis.resources."):
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            is_view = name.endswith(("WithRawResponse", "WithStreamingResponse"))
            if inspect.isclass(value) and value.__module__ == found.name and not is_view:
                yield name, found.name


def _home(name: str) -> str:
    if name in tree.__all__:
        return tree.__name__
    lazily: dict[str, str] = vars(apertis)["_MODULES"]
    return lazily.get(name, _MODELS)


def _page_of(name: str, home: str) -> str:
    parts = home.split(".")
    if home == tree.__name__:
        return "errors"
    if home == _MODELS:
        return f"models-{_api_of(name)}"
    if parts[-1] in _HELPERS or parts[1] in _HELPERS:
        return "helpers"
    return parts[1] if parts[1] in _APIS else "clients"


def _api_of(name: str) -> str:
    """Return the first API that sends or receives a model, or `endpoints`."""
    schemas = _schemas()
    # The values of a property have the name of its schema, and one of their own behind it.
    schema = max((each for each in schemas if name.startswith(each)), key=len, default="")
    return schemas.get(schema, "endpoints")


@functools.cache
def _schemas() -> dict[str, str]:
    """Return the API of each schema of the spec that one of the three has."""
    yaml: Any = YAML(typ="safe")
    spec = yaml.load(SPEC)
    schemas = spec["components"]["schemas"]
    found: dict[str, str] = {}
    for api, path in zip(_APIS, ("/chat/completions", "/messages", "/responses"), strict=True):
        waiting = _references(spec["paths"][path])
        while waiting:
            schema = waiting.pop()
            if schema not in found and schema in schemas:
                found[schema] = api
                waiting += _references(schemas[schema])
    return dict.fromkeys(schemas, "endpoints") | found


def _references(node: object) -> list[str]:
    return re.findall(r"#/components/\w+/(\w+)", str(node))
