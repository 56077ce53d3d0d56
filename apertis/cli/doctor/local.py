"""What can be checked without the network: versions, the key, the proxy of the environment."""

from __future__ import annotations

import os
import platform
import ssl
from typing import Any, Final

import httpx

from ..._core.settings import APIKey, check_api_key
from ..._errors.secrets import bare_url
from ..._errors.tree import ConfigurationError
from ..._transport.certificates import certificates
from ..._transport.failures import environment_errors
from ..._version import __version__
from ..settings import KEY_ADVICE
from .finding import Finding, State

__all__ = ["check_key", "check_proxy", "check_versions"]

# What keys begin with that were copied together with something else.
_AROUND_KEYS: Final = {"$": "a dollar sign", "<": "an angle bracket"}
_QUOTES: Final = "\"'`"


def check_versions() -> Finding:
    """Name what runs; whether there is anything newer is not asked for."""
    message = (
        f"apertis {__version__}, Python {platform.python_version()} on {platform.system()}"
        f" {platform.machine()}, httpx {httpx.__version__}, {ssl.OPENSSL_VERSION}"
    )
    return Finding("versions", State.OK, message)


def check_key(given: APIKey | None, source: str) -> Finding:
    """Say where the key is from, and whether something else was copied with it.

    Args:
        given: The key; None for that of the environment.
        source: Where it was found.
    """
    try:
        key = str(check_api_key(given))
    except ConfigurationError as error:
        said = str(error) if given else "there is none"
        return Finding("key", State.FAILURE, said, KEY_ADVICE)
    what = f"from {source}, {len(key)} characters"
    wrong = _AROUND_KEYS.get(key[0], "")
    if key[0] in _QUOTES or key[-1] in _QUOTES:
        wrong = "a quotation mark"
    elif any(character.isspace() for character in key):
        wrong = wrong or "white space"
    if wrong:
        advice = "set it again, with nothing but the key"
        return Finding("key", State.WARNING, f"{what}; there is {wrong} in it", advice)
    return Finding("key", State.OK, what)


def check_proxy(url: httpx.URL) -> tuple[Finding, httpx.URL | None]:
    """Say whether requests to a URL go through a proxy, and return that."""
    from urllib.request import getproxies

    found = getproxies()
    kind = url.scheme if found.get(url.scheme) else "all"
    proxy = found.get(kind)
    if not proxy:
        return Finding("proxy", State.OK, f"none, as {url.scheme.upper()}_PROXY is not set"), None
    names = (name for name in (f"{kind}_proxy", f"{kind.upper()}_PROXY") if os.environ.get(name))
    source = next(names, "the settings of the system")
    try:
        with environment_errors(), httpx.Client(verify=certificates()) as http_client:
            client: Any = http_client
            # The client's own transport is for what goes through no proxy.
            is_used = client._transport_for_url(url) is not client._transport
            address = httpx.URL(proxy if "://" in proxy else f"http://{proxy}")
    except ConfigurationError as error:
        advice = f"mend or unset {source}"
        return Finding("proxy", State.FAILURE, f"{source} cannot be used: {error}", advice), None
    if not is_used:
        message = f"none: NO_PROXY excepts {url.host} from that in {source}"
        return Finding("proxy", State.OK, message), None
    return Finding("proxy", State.OK, f"{bare_url(address)}, from {source}"), address
