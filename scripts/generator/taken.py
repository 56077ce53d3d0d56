"""The names that generated code uses itself, which no part of the spec may have."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

__all__ = ["CLIENT", "HEADERS", "MEMBERS", "OPTIONS", "PARAMETERS", "ROOT", "class_names"]

ROOT = Path(__file__).resolve().parent.parent.parent

# Of what models have, and of what their class bodies name.
MEMBERS = (
    {"self", "bool", "dict", "float", "int", "list", "str"}
    | {"from_dict", "to_dict", "to_json", "model_dump", "model_dump_json", "model_validate"}
    | {"model_validate_json", "model_copy", "get"}
    | {"headers", "request_id", "rate_limit", "fallback"}
    | {"classmethod", "promised"}
    | {"_hidden", "_members", "_present", "_repr_pretty_", "_repr_markdown_", "_shadowed"}
    | {"_headers", "_rate_limit", "_reset_time"}
)
# What every method takes beside the parameters of the API.
OPTIONS = {
    *("extra_headers", "extra_query", "extra_body"),
    *("timeout", "max_retries", "deadline", "idle_timeout"),
}
# What clients have beside resources, and the module of their views.
CLIENT = {
    *("api_key", "base_url", "client", "close", "copy", "with_options"),
    *("get", "post", "put", "patch", "delete"),
}
# What the generated functions name themselves.
PARAMETERS = {
    *("self", "client", "body", "stream", "bool", "dict", "float", "int", "list", "str"),
    *("request_arguments", "response_of", "stream_events", "stream_events_asyncio", "types"),
    *("response", "sync_detailed", "asyncio_detailed"),
}
# What the clients send, or HTTP itself says.
HEADERS = {
    *("accept", "accept-encoding", "authorization", "connection", "content-encoding"),
    *("content-length", "content-type", "cookie", "host", "idempotency-key"),
    *("transfer-encoding", "user-agent", "x-retry-count"),
}
# The templates of modules that import schemas.
TEMPLATES = ("model", "models_init", "endpoint_module", "resources/module", "resources/views")


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
    return frozenset({*names, "None", "True", "False", "Options", "Params", "PathParams", "T"})
