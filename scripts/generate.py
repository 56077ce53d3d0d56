"""Makes `apertis_client/`, `apertis/resources/` and some modules of the wrapper.

    python scripts/generate.py            write the generated code
    python scripts/generate.py --check    only compare; exit status 1 and the files that differ

The facts of the spec are collected in `scripts/generator/` and printed by the templates in
`scripts/templates/`, which overlay those of openapi-python-client. What generated code needs at
run time is in `apertis_client/_runtime/`, which is written by hand. The modules `sync_*.py` of the
wrapper are made from `async_*.py` beside them, and `_errors/stated.py` from `_errors/tree.py`.
"""

from __future__ import annotations

import argparse
import ast
import filecmp
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

from generator.changes import summary
from generator.collect import collect
from generator.endpoints import endpoints
from generator.facts import Facts
from generator.places import sentences
from generator.render import ROOT, render_client, render_resources
from generator.resources import Resources
from generator.rules import broken_rules
from generator.spec import Spec, SpecError
from generator.stated import write_stated_errors
from generator.sync import GENERATED, SYNC_ROOMS, write_sync_modules

CLIENT = ROOT / "apertis_client"
WRAPPER = ROOT / "apertis"
SPEC = ROOT / "openapi.yaml"

# The packages that also have modules of their own; those that are generated say so.
MIXED = {"_errors", *SYNC_ROOMS}


def main() -> int:
    """Run the command line; return its exit status."""
    parser = argparse.ArgumentParser(description="Make the generated code from openapi.yaml.")
    parser.add_argument("--check", action="store_true", help="only compare; change nothing")
    parser.add_argument("--spec", type=Path, default=SPEC)
    parser.add_argument("--output", type=Path, default=CLIENT, help="where the client goes")
    parser.add_argument(
        "--resources",
        type=Path,
        help="where the resources go; by default nowhere if --output is given",
    )
    options = parser.parse_args()
    if options.resources is None and options.output == CLIENT:
        options.resources = WRAPPER / "resources"
    committed: Future[Facts | None] | None = None
    with (
        tempfile.TemporaryDirectory() as folder,
        ThreadPoolExecutor() as pool,
        ProcessPoolExecutor(1) as beside,
    ):
        if options.spec.resolve() == SPEC and not options.check:
            committed = beside.submit(committed_facts)  # reading YAML takes longest
        client, resources = Path(folder) / "apertis_client", Path(folder) / "resources"
        pairs = [(client, options.output)]
        if options.resources is not None:
            pairs.append((resources, options.resources))
        try:
            facts, rendering = generate(options.spec, client, resources, pool)
            if options.output == CLIENT:
                write_sync_modules(WRAPPER, Path(folder))
                write_stated_errors(WRAPPER, Path(folder))
                pairs += [(Path(folder) / room, WRAPPER / room) for room in MIXED]
            rendering.result()
        except SpecError as error:
            print(error, file=sys.stderr)
            return 1
        if options.check:
            return report([line for pair in pairs for line in differences(*pair)])
        if options.output.resolve() != CLIENT:
            shutil.copytree(CLIENT / "_runtime", options.output / "_runtime", dirs_exist_ok=True)
        for pair in pairs:
            replace(*pair)
    before = committed.result() if committed is not None else None
    for line in summary(before, facts) if before else ():
        print(line)
    return 0


def committed_facts() -> Facts | None:
    """Return the facts of the spec as it was last committed; None where git does not know it."""
    try:
        done = subprocess.run(
            ["git", "show", "HEAD:./openapi.yaml"],  # noqa: S607  whichever git is used here
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        return None if done.returncode else collect(Spec.parse(done.stdout))
    except (OSError, SpecError):  # there is no git, or today's generator refuses that spec
        return None


def generate(
    spec_file: Path, client: Path, resources: Path, pool: Executor
) -> tuple[Facts, Future[None]]:
    """Make the client and the resources in folders that do not exist yet.

    Returns:
        The facts of the spec, and the client, for which openapi-python-client takes a while: it is
        made in `pool` meanwhile.
    """
    spec = Spec.load(spec_file)
    broken = list(broken_rules(spec))
    if broken:
        raise SpecError("\n".join(sentences(broken, spec.text, spec.name)))
    facts = collect(spec)
    rendering = pool.submit(render_client, facts, spec.document["info"]["title"], client)
    tags = {tag["name"]: tag["description"] for tag in spec.document.get("tags", ())}
    options = written_class("options", "RequestOptions")
    made = Resources(
        options,
        written_class("settings", "ClientSettings"),
        WRAPPER,
    )
    roots = made.roots(facts, tags)
    by_path = endpoints([written_class("options", "EndpointOptions"), options])
    render_resources(roots, made.client_settings(), by_path, resources)
    return facts, rendering


def written_class(module: str, name: str) -> ast.ClassDef:
    """Return the syntax of a class in a module of `apertis/_core`."""
    tree = ast.parse((WRAPPER / "_core" / f"{module}.py").read_text("utf-8"))
    classes = (node for node in tree.body if isinstance(node, ast.ClassDef))
    return next(node for node in classes if node.name == name)


def differences(fresh: Path, committed: Path) -> Iterator[str]:
    """Yield a line for each file that is missing, stale or different in a committed folder."""
    made, kept = (files(folder) for folder in (fresh, committed))
    for name in sorted(made | kept):
        if name not in kept:
            yield f"missing    {committed.name}/{name}"
        elif name not in made:
            yield f"left over  {committed.name}/{name}"
        elif not filecmp.cmp(fresh / name, committed / name, shallow=False):
            yield f"different  {committed.name}/{name}"


def files(folder: Path) -> set[str]:
    """Return the generated files of a folder."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
        and not {"__pycache__", "_runtime"} & {*path.parts}
        and (folder.name not in MIXED or path.read_text("utf-8").startswith(GENERATED))
    }


def report(lines: list[str]) -> int:
    if lines:
        print("\n".join(lines))
        print("The committed code is not what the generator makes. Run `make generate`.")
    return 1 if lines else 0


def replace(fresh: Path, committed: Path) -> None:
    """Make a committed folder what was made afresh; files that stay the same are left alone."""
    for name in files(committed) - files(fresh):
        (committed / name).unlink()
    for name in files(fresh):
        target = committed / name
        if not target.exists() or not filecmp.cmp(fresh / name, target, shallow=False):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(fresh / name, target)


if __name__ == "__main__":
    sys.exit(main())
