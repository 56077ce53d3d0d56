"""The connection: the look-up of a name, an address that answers, and TLS."""

from __future__ import annotations

import contextlib
import datetime as dt
import http.client
import os
import socket
import ssl
from collections.abc import Callable
from typing import Any, Final, NamedTuple

import httpx

from ..._errors.tree import ConfigurationError
from ..._transport.addresses import is_address, look_up
from ..._transport.certificates import certificates
from ..._transport.failures import NO_TLS, may_lack_tls, reason
from ..._transport.target import DEFAULT_PORTS
from .finding import Finding, State

__all__ = ["check_address", "check_certificates"]

_SECONDS: Final = 5.0  # for a look-up, and for each attempt to connect
_MOST_ADDRESSES: Final = 6  # that are tried
_SOON: Final = dt.timedelta(days=14)
_NO_CHECK_TIME: Final = 0x200000  # X509_V_FLAG_NO_CHECK_TIME of OpenSSL, which `ssl` does not name

_OWN_AUTHORITY: Final = (
    "if your company or a proxy issued it, have its authority's certificate in a file that"
    " SSL_CERT_FILE names; else do not send your key there"
)
# By the number that OpenSSL gives to why it refuses a certificate (X509_V_ERR_...).
_ADVICE: Final = {
    9: "compare the clock of this machine with another one",  # not yet valid
    10: "compare the clock of this machine with another one, and tell who runs the server",
    18: _OWN_AUTHORITY,  # self-signed
    19: _OWN_AUTHORITY,  # self-signed authority
    20: _OWN_AUTHORITY,  # unknown authority
    21: _OWN_AUTHORITY,  # unknown authority of a single certificate
    62: "the base URL must name the host as the certificate does",
    64: "the base URL must name the host as the certificate does",  # an address
}


def check_address(url: httpx.URL, proxy: httpx.URL | None, clock: Callable[[], float]) -> Finding:
    """Look up the server's name, or the proxy's, and connect to each of its addresses."""
    server = proxy or url
    host, port = server.host, _port(server)
    named = f"{'the proxy ' if proxy else ''}{host}"
    start = clock()
    try:
        addresses = [host] if is_address(host) else look_up(host, port, _SECONDS)
    except (OSError, UnicodeError) as error:
        missing = getattr(error, "errno", None) == socket.EAI_NONAME
        advice = "check the spelling" if missing else "check that this machine is online"
        message = f"{named} cannot be looked up: {reason(error)}"
        return Finding("address", State.FAILURE, message, f"{advice}, or its name server")
    looked_up = clock() - start
    took, failures = None, dict[str, str]()
    for address in addresses[:_MOST_ADDRESSES]:
        start = clock()
        try:
            socket.create_connection((address, port), _SECONDS).close()
        except OSError as error:
            failures[address] = error.strerror or reason(error)
        else:
            took = took or clock() - start
    refused = ", ".join(f"{address} ({why})" for address, why in failures.items())
    if took is None:
        advice = "check the port in the base URL, the firewall, and whether a proxy is needed"
        message = f"cannot connect to port {port} of {named}: {refused}"
        return Finding("address", State.FAILURE, message, advice)
    spent = f"looked up in {_ms(looked_up)}, connected in {_ms(took)}"
    message = f"{named}, port {port}: {', '.join(addresses)}; {spent}"
    if failures:
        advice = "calls may wait for the wrong address first: check the routes of this machine"
        return Finding("address", State.WARNING, f"{message}; but not to {refused}", advice)
    return Finding("address", State.OK, message)


def check_certificates(
    url: httpx.URL, proxy: httpx.URL | None, now: Callable[[], float]
) -> Finding:
    """Shake hands by TLS, directly or through a proxy, and look at the certificate."""
    if url.scheme != "https":
        return _unencrypted(url)
    if proxy is not None and proxy.scheme != "http":
        message = f"not looked at through a proxy of {proxy.scheme}"
        return Finding("certificates", State.SKIPPED, message)
    try:
        shown = _shake_hands(url, proxy, certificates())
    except (ConfigurationError, OSError, http.client.HTTPException) as error:
        return _refused(url, proxy, error)
    left = _expiry(shown.certificate) - dt.datetime.fromtimestamp(now(), dt.UTC)
    message = f"{shown.version}, {_describe(shown)}; {_trusted()}"
    if left < _SOON:
        advice = "the server needs a new certificate soon"
        return Finding("certificates", State.WARNING, message, advice)
    return Finding("certificates", State.OK, message)


def _refused(url: httpx.URL, proxy: httpx.URL | None, error: Exception) -> Finding:
    """Say why there is no connection by TLS."""
    if isinstance(error, ConfigurationError):
        message, advice = str(error), "mend or unset SSL_CERT_FILE or SSL_CERT_DIR"
    elif isinstance(error, ssl.SSLCertVerificationError):
        message = f"refused: {error.verify_message}"
        with contextlib.suppress(OSError, ValueError):
            message += f"; {_describe(_unverified(url, proxy))}"
        message += f"; {_trusted()}"
        advice = _ADVICE.get(error.verify_code, _OWN_AUTHORITY)
    else:
        message = f"the TLS handshake failed: {reason(error)}"
        may_be_plain = may_lack_tls(error) or isinstance(error, TimeoutError)
        advice = NO_TLS if may_be_plain else "check the base URL, and the proxy if any"
    return Finding("certificates", State.FAILURE, message, advice)


class _Shown(NamedTuple):
    """What a handshake has shown."""

    version: str
    certificate: dict[str, Any]
    encoded: bytes  # the certificate, in DER


def _shake_hands(url: httpx.URL, proxy: httpx.URL | None, context: ssl.SSLContext) -> _Shown:
    server = proxy or url
    connection = http.client.HTTPConnection(server.host, _port(server), timeout=_SECONDS)
    if proxy is not None:
        headers: dict[str, str] = {}
        if proxy.userinfo:
            request = next(
                httpx.BasicAuth(proxy.username, proxy.password).auth_flow(httpx.Request("GET", url))
            )
            headers["Proxy-Authorization"] = request.headers["Authorization"]
        connection.set_tunnel(url.host, _port(url), headers)
    with contextlib.closing(connection):
        connection.connect()
        with context.wrap_socket(connection.sock, server_hostname=url.host) as wrapped:
            certificate: Any = wrapped.getpeercert()
            encoded = wrapped.getpeercert(binary_form=True)
            return _Shown(wrapped.version() or "TLS", certificate or {}, encoded or b"")


def _unverified(url: httpx.URL, proxy: httpx.URL | None) -> _Shown:
    """Return what a refused certificate says: `ssl` reads none that it does not trust."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    encoded = _shake_hands(url, proxy, context).encoded
    # Nothing is sent over it; so it can be trusted for as long as it takes to read it.
    context.load_verify_locations(cadata=encoded)
    context.verify_mode = ssl.CERT_REQUIRED
    context.verify_flags = ssl.VerifyFlags(ssl.VERIFY_X509_PARTIAL_CHAIN | _NO_CHECK_TIME)
    return _shake_hands(url, proxy, context)


def _describe(shown: _Shown) -> str:
    issuer = {name: value for ((name, value), *_) in shown.certificate["issuer"]}
    names = (issuer.get(name) for name in ("organizationName", "commonName"))
    until = _expiry(shown.certificate)
    return f"issued by {', '.join(filter(None, names))}, valid until {until:%Y-%m-%d}"


def _expiry(certificate: dict[str, Any]) -> dt.datetime:
    seconds = ssl.cert_time_to_seconds(certificate["notAfter"])
    return dt.datetime.fromtimestamp(seconds, dt.UTC)


def _trusted() -> str:
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        if os.environ.get(name):
            return f"trusted are the authorities in {name}, {os.environ[name]}"
    return "trusted are the authorities of certifi"


def _unencrypted(url: httpx.URL) -> Finding:
    message = "none, as the base URL begins with http://"
    if url.host == "localhost" or url.host.startswith("127.") or url.host == "::1":
        return Finding("certificates", State.SKIPPED, message)
    advice = "use https://: anyone on the way can read the key"
    return Finding("certificates", State.WARNING, message, advice)


def _port(url: httpx.URL) -> int:
    return url.port or DEFAULT_PORTS.get(url.scheme, 1080)


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.0f} ms"
