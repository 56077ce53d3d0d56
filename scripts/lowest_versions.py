"""Print the lowest version of each package that the project needs, as constraints for pip."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parents[1] / "pyproject.toml"

# A name, extras in brackets, and the lowest version.
_REQUIREMENT = re.compile(r"([\w.-]+)(?:\[[\w,]+\])?>=([\w.]+)")


def lowest_versions(project: dict[str, object]) -> list[str]:
    """Return ``NAME==VERSION`` for what the package and its extras need, without that of `dev`."""
    table: dict[str, list[str]] = {"": project["dependencies"], **project["optional-dependencies"]}  # type: ignore[dict-item]
    found: set[str] = set()
    for extra, requirements in table.items():
        if extra != "dev":
            for requirement in requirements:
                if match := _REQUIREMENT.match(requirement):
                    found.add(f"{match[1]}=={match[2]}")
    return sorted(found)


if __name__ == "__main__":
    project = tomllib.loads(PROJECT.read_text("utf-8"))["project"]
    sys.stdout.write("\n".join(lowest_versions(project)) + "\n")
