"""The arguments of a web search."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

from .params import check_text

__all__ = ["search_params"]

_MOST_DOMAINS: Final = 100
_OTHER_SEARCHES: Final = ("web_search_options", "web_results_count", "web_content_length")


def search_params(
    context_size: str,
    domains: Sequence[str] | None,
    place: Mapping[str, str | None],
    params: Mapping[str, Any],
) -> dict[str, Any]:
    """Return the argument of `create` that says how to search."""
    for name in _OTHER_SEARCHES:
        if params.get(name) is not None:
            raise TypeError(
                f"create_with_web_search sets web_search_options itself, which cannot be combined"
                f" with {name}; use create"
            )
    options: dict[str, Any] = {"search_context_size": context_size}
    if domains is not None:
        _check_domains(domains)
        options["filters"] = domains
    known = {name: value for name, value in place.items() if value is not None}
    for name, value in known.items():
        check_text(name, value)
        if name == "country" and not re.fullmatch("[A-Za-z]{2}", value):
            raise ValueError(f"country must be a two-letter ISO code such as 'FR', not {value!r}")
    if known:
        options["user_location"] = {"type": "approximate", "approximate": known}
    return {"web_search_options": options}


def _check_domains(domains: object) -> None:
    if not isinstance(domains, (list, tuple)):
        raise TypeError(f"allowed_domains must be a list of domains, not {type(domains).__name__}")
    domains = cast("Sequence[str]", domains)
    if not 1 <= len(domains) <= _MOST_DOMAINS:
        raise ValueError(
            f"allowed_domains must hold 1 to {_MOST_DOMAINS} domains, not {len(domains)}; leave it"
            " out to search the whole web"
        )
    for domain in domains:
        check_text("each of allowed_domains", domain)
        if not re.fullmatch(r"[^/:@?\s]+", domain):
            raise ValueError(
                f"{domain!r} in allowed_domains is not a domain; write 'example.com', without"
                " https:// or a path"
            )
