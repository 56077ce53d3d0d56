"""The command ``apertis doctor`` and what it prints."""

from __future__ import annotations

import json
import sys
from typing import Final

import click

from .examine import examine
from .finding import Finding, State

__all__ = ["command"]

_COLOURS: Final = {
    State.OK: "green",
    State.WARNING: "yellow",
    State.FAILURE: "red",
    State.SKIPPED: "white",
}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for a program to read.")
def command(*, as_json: bool) -> None:
    """Say what is wrong between this machine and the service.

    The exit status is 1 if anything is.
    """
    findings: list[Finding] = []
    for finding in examine({}, "APERTIS_API_KEY"):
        findings.append(finding)
        if not as_json:
            _print(finding)
    is_well = all(finding.state is not State.FAILURE for finding in findings)
    if as_json:
        checks = [finding._asdict() for finding in findings]
        click.echo(json.dumps({"ok": is_well, "checks": checks}, ensure_ascii=False, indent=2))
    sys.exit(not is_well)


def _print(finding: Finding) -> None:
    state = click.style(f"{finding.state.value:8}", fg=_COLOURS[finding.state])
    click.echo(f"{state} {finding.check:13} {finding.message}")
    if finding.advice:
        click.echo(f"{'':22} -> {finding.advice}")
