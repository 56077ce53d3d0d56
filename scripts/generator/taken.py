"""The names that generated code uses itself, which no part of the spec may have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from .answers import option_class
from .methods import class_name

if TYPE_CHECKING:
    from .spec import Spec

__all__ = [
    "CLIENT",
    "HEADERS",
    "MEMBERS",
    "OPTIONS",
    "PARAMETERS",
    "ROOT",
    "class_names",
    "names_of_operations",
]

ROOT = Path(__file__).resolve().parent.parent.parent

# Of what models have, and of what their class bodies name.
MEMBERS = (
    {"self", "bool", "dict", "float", "int", "list", "str"}
    | {"from_dict", "to_dict", "to_json", "model_dump", "model_dump_json", "model_validate"}
    | {"model_validate_json", "model_copy", "get"}
    | {"headers", "request_id", "rate_limit", "fallback"}
    | {"classmethod", "promised"}
    | {"_hidden", "_members", "_present", "_repr_pretty_", "_repr_markdown_", "_shadowed"}
    | {"_rate_limit", "_reset_time"}
)
# What every method takes beside the parameters of the API.
OPTIONS = {
    *("extra_headers", "extra_query", "extra_body"),
    *("timeout", "max_retries", "deadline", "idle_timeout"),
}
# What clients have beside resources, and the modules of that.
CLIENT = {
    *("client_signatures", "client_views"),
    *("api_key", "base_url", "close", "copy", "with_options"),
    *("get", "post", "put", "patch", "delete"),
}
# What the generated functions name themselves.
PARAMETERS = {
    *("self", "client", "body", "stream", "bool", "dict", "float", "int", "list", "str"),
    *("request_arguments", "response_of", "stream_events", "stream_events_asyncio", "types"),
    *("response", "send", "send_asyncio", "sync_detailed", "asyncio_detailed"),
}
# What the clients send, or HTTP itself says.
HEADERS = {
    *("accept", "accept-encoding", "authorization", "connection", "content-encoding"),
    *("content-length", "content-type", "cookie", "host", "idempotency-key"),
    *("transfer-encoding", "user-agent", "x-retry-count"),
}
# The templates of modules that import schemas.
TEMPLATES = ("model", "models_init", "endpoint_module", "resources/module")


@cache
def class_names() -> frozenset[str]:
    """Return the names of classes that templates import or define, and those of the wrapper."""
    templates = ROOT / "scripts" / "templates"
    text = "\n".join((templates / f"{name}.py.jinja").read_text("utf-8") for name in TEMPLATES)
    named = re.findall(r"(?m)^ *(?:from .* import|class) (.*)", text)
    errors = (ROOT / "apertis" / "_errors" / "tree.py").read_text("utf-8")
    named += re.findall(r"(?m)^class (\w+)", errors)
    wrapper = (ROOT / "apertis" / "__init__.py").read_text("utf-8")
    named += re.findall(r'(?m)^    "apertis[\w.]*": "(.*)"', wrapper)
    names = re.findall(r"\b[A-Z]\w+", "\n".join(named))
    constants = {"None", "True", "False", "OPERATION"}
    return frozenset({*names, *constants, "Options", "Params", "PathParams", "T"})


def names_of_operations(spec: Spec) -> Iterator[str]:
    """Yield the names of constants and classes that are made for the operations of a spec."""
    for operation in spec.operations():
        yield operation.name.upper()
        for kind in ("", "Other", "Parse", "Run"):
            yield f"{class_name(operation.name)}{kind}Params"
        yield f"{class_name(operation.name)}Others"
        members = spec.body_members(operation)
        chosen = [
            name
            for _, content in spec.responses(operation)
            for media in content.values()
            for name in media.get("x-chosen-by", ())
        ]
        for name in members:
            if members[name].get("x-apart") or name in chosen:
                yield option_class(name)
