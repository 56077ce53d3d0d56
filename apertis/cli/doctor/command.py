"""The command ``apertis doctor`` and what it prints."""

from __future__ import annotations

from typing import Any, Final

import click

from ..failures import FAILED
from ..options import client_options, json_option
from ..output import harmless, has_colours, print_json
from ..settings import client_settings, find
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
@client_options()
@json_option
def command(*, is_json: bool) -> int | None:
    """Say what is wrong between this machine and the service.

    The exit status is 1 if anything is.
    """
    findings: list[Finding] = []
    settings: Any = {**client_settings(needs_key=False), "api_key": find("key").value or ""}
    for finding in examine(settings, find("key").source):
        findings.append(finding)
        if not is_json:
            _print(finding)
    is_well = all(finding.state is not State.FAILURE for finding in findings)
    if is_json:
        checks = [finding._asdict() for finding in findings]
        print_json({"ok": is_well, "checks": checks})
    return None if is_well else FAILED


def _print(finding: Finding) -> None:
    state = f"{finding.state.value:8}"
    if has_colours():
        state = click.style(state, fg=_COLOURS[finding.state])
    click.echo(f"{state} {finding.check:13} {harmless(finding.message)}")
    if finding.advice:
        click.echo(f"{'':22} -> {finding.advice}")
