"""Engines that hold a model to a schema, as servers run them."""

from __future__ import annotations

import functools
import importlib
import json
import pathlib
import sys
import types
from collections.abc import Callable
from typing import Any

from tests.pinned import install

Accepts = Callable[[str], bool]


def compile_with_llguidance(schema: dict[str, Any]) -> Accepts:
    llguidance = importlib.import_module("llguidance")
    grammar = llguidance.LLMatcher.grammar_from_json_schema(json.dumps(schema))
    tokenizer = _tokenizer()
    is_wrong, messages = llguidance.LLMatcher.validate_grammar_with_warnings(grammar, tokenizer)
    assert not is_wrong and not messages, messages  # noqa: PT018

    def accepts(text: str) -> bool:
        matcher = llguidance.LLMatcher(tokenizer, grammar, log_level=0)
        tokens = list(text.encode())
        return matcher.try_consume_tokens(tokens) == len(tokens) and bool(matcher.is_accepting())

    return accepts


@functools.cache
def _tokenizer() -> Any:
    return importlib.import_module("llguidance").LLTokenizer("byte")


def compile_with_xgrammar(schema: dict[str, Any]) -> Accepts:
    core, compiler = _xgrammar()
    grammar = compiler.compile_json_schema(json.dumps(schema), True, None, None, True, None, False)

    def accepts(text: str) -> bool:
        matcher = core.GrammarMatcher(grammar, None, True, -1, None)
        return bool(matcher.accept_string(text, False)) and bool(matcher.is_terminated())

    return accepts


@functools.cache
def _xgrammar() -> tuple[Any, Any]:
    """Return the native library of xgrammar, and a compiler of it for text without tokens.

    The package is entered by its bindings alone: the rest of its Python code imports torch.
    """
    folder = install(pathlib.Path(__file__).with_name("xgrammar.txt"))
    sys.path.append(str(folder))
    package = sys.modules["xgrammar"] = types.ModuleType("xgrammar")
    package.__path__ = [str(folder / "xgrammar")]
    importlib.import_module("xgrammar.load_binding")
    core = importlib.import_module("xgrammar.base")._core
    return core, core.GrammarCompiler(core.TokenizerInfo([], 0, None, None, False), 1, False, -1)


ENGINES = {"llguidance": compile_with_llguidance, "xgrammar": compile_with_xgrammar}
