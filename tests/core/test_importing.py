"""Every import inside a function is of a module that clients have, or waits for no fork."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# What is imported once clients have been made, and their resources.
PROGRAM = """
import sys, apertis
apertis.Apertis(api_key="sk-0123456789").chat, apertis.AsyncApertis(api_key="sk-0123456789")
print(*sys.modules)
"""
# What no call of a client does: making one, introspection, the generated client alone, the command
# line, which is a program; and what pydantic calls, which has the lock then.
ELSEWHERE = {
    "apertis/__init__.py",
    "apertis/_client.py",
    "apertis/_declared.py",
    "apertis_client/__init__.py",
    "apertis_client/_runtime/endpoint.py",
    "apertis_client/_runtime/pydantic_schema.py",
    "apertis_client/_runtime/pydantic_union.py",
}
# Imported before, under the lock, with modules that need them.
BEFORE = {"anyio", "pydantic_core"}


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30)
    return set(done.stdout.split())


def late_imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and module of each import inside a function that does not hold the lock."""
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    package = module.removesuffix(".__init__")
    if path.stem != "__init__":
        package = module.rpartition(".")[0]

    def walk(node: ast.AST, *, inside: bool) -> Iterator[tuple[int, str]]:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            inside = True
        if isinstance(node, ast.With) and any(
            ast.unparse(item.context_expr).endswith("importing") for item in node.items
        ):
            return
        if inside and isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        if inside and isinstance(node, ast.ImportFrom):
            name = "." * node.level + (node.module or "")
            yield node.lineno, importlib.util.resolve_name(name, package)
        for child in ast.iter_child_nodes(node):
            yield from walk(child, inside=inside)

    yield from walk(ast.parse(path.read_text("utf-8")), inside=False)


def test_late_imports_hold_the_lock(loaded: set[str]) -> None:
    """A fork waits for them: in a child, a module that was half imported waits for ever."""
    paths = [*ROOT.glob("apertis/**/*.py"), *ROOT.glob("apertis_client/_runtime/*.py")]
    found = [
        f"{name}:{line}: {module}"
        for path in paths
        if (name := path.relative_to(ROOT).as_posix()) not in ELSEWHERE
        and not name.startswith("apertis/cli/")
        for line, module in late_imports(path)
        if module not in loaded | BEFORE
    ]

    assert not found, "\n".join(found)
