"""The checks in their order, each only where those before it make it possible."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import httpx

from ..._client import Apertis
from ..._core.settings import check_base_url
from ..._errors.tree import ConfigurationError
from .finding import Finding, State
from .local import check_key, check_proxy, check_versions
from .route import check_address, check_certificates
from .service import check_service

if TYPE_CHECKING:
    from ..._core.settings import ClientSettings

__all__ = ["examine"]


def examine(
    settings: ClientSettings,
    source: str,
    *,
    clock: Callable[[], float] = time.perf_counter,
    now: Callable[[], float] = time.time,
) -> Iterator[Finding]:
    """Yield what each check has found.

    Args:
        settings: Those of the client.
        source: Where the key was found.
        clock: Returns the seconds since any time, to measure with.
        now: Returns what the clock of this machine says, in seconds since 1970.
    """
    yield check_versions()
    yield (about_key := check_key(settings.get("api_key"), source))
    has_key = about_key.state is not State.FAILURE
    try:
        client = Apertis(**settings if has_key else {**settings, "api_key": "none"})
    except ConfigurationError as error:
        yield Finding("address", State.FAILURE, str(error), "set another base URL")
        return
    with client:
        url = httpx.URL(check_base_url(settings.get("base_url")))
        about_proxy, proxy = check_proxy(url)
        yield about_proxy
        if about_proxy.state is State.FAILURE:
            return
        yield (about_address := check_address(url, proxy, clock))
        if about_address.state is State.FAILURE:
            return
        yield (about_certificates := check_certificates(url, proxy, now))
        if has_key and about_certificates.state is not State.FAILURE:
            yield from check_service(client, clock, now)
