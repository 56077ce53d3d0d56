"""Build the documentation site in build/site, and check it.

python scripts/docs.py           build it
python scripts/docs.py --serve   show it, and build again whenever a page changes
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pages import charts, links, llms, notebook, reference, terminal

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "build" / "site"


def main() -> int:
    """Build the site; 0 if there is nothing to mend."""
    reference.write(ROOT / "docs" / "reference")
    charts.write()
    terminal.write()
    notebook.write()
    zensical = [sys.executable, "-m", "zensical"]
    if "--serve" in sys.argv:
        return subprocess.run([*zensical, "serve"], cwd=ROOT, check=False).returncode
    # It does not notice that a docstring has changed. This empties `.cache/`, whoever uses it, so
    # that the rest of the project keeps what it fetches in `build/cache/`.
    done = subprocess.run(
        [*zensical, "build", "--clean", "--strict"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    print(done.stdout)
    # Docstrings that do not fit their signatures are no error for Zensical.
    wrong = [line for line in done.stdout.splitlines() if line.startswith("griffe: ")]
    if done.returncode or wrong:
        return 1
    llms.write(SITE)
    wrong = links.problems(SITE)
    print(*wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
