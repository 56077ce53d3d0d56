"""`apertis`: what it promises, and what it costs to import."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import apertis
import apertis_client
from apertis_client import models

# What type checkers are told has to be there.
IMPORTED = re.findall(
    r"^ {4}from (\.?\w+\S*) import \(?\s*(?:(\w+) as|\*)",
    Path(apertis.__file__).read_text("utf-8"),
    re.MULTILINE,
)
NAMES = ["__version__"]
for module, name in IMPORTED:
    NAMES += [name] if name else importlib.import_module(module, "apertis").__all__
HEAVY = ["httpx", "attrs", "attr", "anyio", "dateutil", "ssl", "asyncio", "hypothesis"]


def loaded_by(code: str) -> set[str]:
    """Return the modules that are loaded after `code` has run in a new interpreter."""
    program = f"{code}\nimport sys; print(*sorted(sys.modules), sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], check=True, capture_output=True, text=True
    )
    assert done.stderr == ""
    return set(done.stdout.split())


def model_modules(loaded: set[str]) -> set[str]:
    return {name for name in loaded if name.startswith("apertis_client.models.")}


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_there(name: str) -> None:
    """Whatever the package promises can be imported from it."""
    namespace: dict[str, Any] = {}
    exec(f"from apertis import {name}", namespace)

    assert namespace[name] is getattr(apertis, name)


def test_every_name_is_listed() -> None:
    """`dir` lists every name that the package has, in order, and no other."""
    assert dir(apertis) == sorted(set(NAMES))
    assert sorted(models.__all__) == dir(models)


@pytest.mark.parametrize("name", ["Nonsense", "apertis", "client", "ToolCalls", "", "_private"])
def test_a_name_that_is_none_is_no_attribute(name: str) -> None:
    """A name that the package does not have is an `AttributeError` that says so."""
    with pytest.raises(AttributeError, match=f"module 'apertis' has no attribute '{name}'"):
        getattr(apertis, name)
    assert not hasattr(apertis, name)


def test_a_name_that_is_none_cannot_be_imported() -> None:
    """The same is an `ImportError` where it is imported."""
    with pytest.raises(ImportError, match="cannot import name 'Nonsense'"):
        exec("from apertis import Nonsense", {})


def test_a_name_is_the_same_wherever_it_is_from() -> None:
    """The models of the package are those of the generated one."""
    assert apertis.ChatCompletion is models.ChatCompletion
    assert apertis.ChatCompletionMessageParam == models.ChatCompletionMessageParam
    assert apertis.RateLimit.__module__ == "apertis_client._runtime.response"


def test_the_version_is_a_version() -> None:
    """The version is a text of numbers."""
    assert [part.isdigit() for part in apertis.__version__.split(".")] == [True] * 3


def test_the_generated_package_has_its_names() -> None:
    """The generated client is there for those who want no more than that."""
    assert set(apertis_client.__all__) == {"AuthenticatedClient", "Client"}
    assert issubclass(apertis_client.AuthenticatedClient, apertis_client.Client)
    with pytest.raises(AttributeError, match="has no attribute 'Nonsense'"):
        apertis_client.Nonsense  # noqa: B018


def test_the_import_is_light() -> None:
    """`import apertis` alone loads no library and no model."""
    loaded = loaded_by("import apertis")

    assert not loaded & set(HEAVY)
    assert not model_modules(loaded)
    assert {name for name in loaded if name.partition(".")[0] == "apertis"} == {
        "apertis",
        "apertis._version",
    }


def test_looking_at_names_loads_no_model() -> None:
    """`dir` and a name that is none load neither models nor the HTTP client."""
    loaded = loaded_by("import apertis; dir(apertis); hasattr(apertis, 'Nonsense')")

    assert not model_modules(loaded)
    assert "httpx" not in loaded


@pytest.mark.parametrize("name", ["ToolName", "Usage", "FinishReason", "ErrorObject"])
def test_a_model_loads_what_it_is_made_of(name: str) -> None:
    """Importing one model does not load all, nor the HTTP client."""
    loaded = loaded_by(f"from apertis import {name}")

    assert 1 <= len(model_modules(loaded)) <= 4
    assert "httpx" not in loaded


def test_an_error_loads_no_http_client() -> None:
    """Errors can be imported for an `except` without what raises them."""
    loaded = loaded_by("from apertis import ApertisError, RateLimitError, RetryPolicy")

    assert not model_modules(loaded)
    assert "httpx" not in loaded


def test_a_client_loads_no_request_before_its_first_call() -> None:
    """To make a client takes the models of an answer at most, not those of a request."""
    loaded = loaded_by("import apertis; apertis.Apertis(api_key='sk')")

    assert "apertis_client.models.chat_completion_request" not in loaded
    assert "dateutil" not in loaded


def test_an_answer_is_decoded_without_attrs() -> None:
    """What attrs makes of the models is made, and attrs loaded, when it is asked for."""
    call = """
import httpx, apertis

transport = httpx.MockTransport(lambda _: httpx.Response(200, json={"choices": [{"index": 0}]}))
client = apertis.Apertis(api_key="sk", http_client=httpx.Client(transport=transport))
answer = client.chat.completions.create(model="m", messages=[{}])
assert answer.choices[0].index == 0 and answer.choices[0].message is None
"""
    # httpx loads its command line where it is installed, and with that Rich, of which older
    # versions load attrs.
    assert "attr" not in loaded_by(call) - loaded_by("import httpx")
    assert "attr" in loaded_by(call + "apertis.ChatCompletion(choices=[])")
