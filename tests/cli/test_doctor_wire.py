"""What `apertis doctor` finds on the way to real servers, each with a fault of its own."""

from __future__ import annotations

import contextlib
import datetime as dt
import email.utils
import json
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import trustme

from apertis._transport.certificates import _read_certificates
from apertis.cli.doctor.examine import examine
from apertis.cli.doctor.finding import Finding
from tests.cli.conftest import Run
from tests.cli.terminal import Terminal
from tests.drivers import KEY
from tests.faults.proxy import CREDENTIALS, proxy
from tests.server import CLOSE, Server, json_reply, reply

MODELS = {"object": "list", "data": [{"id": "gpt-4.1-mini", "object": "model"}]}
NOW = 1_767_225_600.0


@pytest.fixture(autouse=True)
def _no_certificates_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)


def found(url: str, key: str | None = KEY, **clocks: Any) -> dict[str, Finding]:
    """Return what the checks find, by their names."""
    settings: Any = {"base_url": url, "api_key": key}
    findings = list(examine(settings, "a test", **clocks))
    assert KEY not in repr(findings)
    assert all(each.advice for each in findings if each.state in ("warning", "failure"))
    return {each.check: each for each in findings}


def states(findings: dict[str, Finding]) -> dict[str, str]:
    return {name: each.state.value for name, each in findings.items()}


def dated(ahead: float = 0) -> dict[str, str]:
    """Return the header of a server whose clock is so many seconds ahead of `NOW`."""
    return {"Date": email.utils.formatdate(NOW + ahead, usegmt=True)}


def test_nothing_wrong(server: Server) -> None:
    """Where all is well, each check says so, and one request is made."""
    server.answer(json_reply(MODELS, headers=dated()))
    findings = found(server.url, now=lambda: NOW, clock=lambda: 0.0)
    assert states(findings) == {
        "versions": "ok",
        "key": "ok",
        "proxy": "ok",
        "address": "ok",
        "certificates": "skipped",
        "service": "ok",
        "clock": "ok",
        "first byte": "ok",
    }
    assert findings["key"].message == f"from a test, {len(KEY)} characters"
    assert "for 1 model" in findings["service"].message
    assert [(each.method, each.path) for each in server.requests] == [("GET", "/v1/models")]


def test_no_key(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a key the way is checked all the same, and nothing is sent."""
    findings = found(server.url, None)
    assert findings["key"].state == "failure"
    assert findings["address"].state == "ok"
    assert "service" not in findings
    assert not server.requests


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        (f'"{KEY}"', "a quotation mark"),
        (f"{KEY} {KEY}", "white space"),
        ("$APERTIS_KEY", "a dollar sign"),
        ("<your-key>", "an angle bracket"),
    ],
)
def test_something_in_the_key(server: Server, key: str, wrong: str) -> None:
    """What was copied together with the key is named."""
    server.answer(json_reply(MODELS))
    finding = found(server.url, key)["key"]
    assert finding.state == "warning"
    assert f"there is {wrong} in it" in finding.message


def test_a_key_with_bearer(server: Server) -> None:
    """What no client takes as a key is said in its words, and nothing is sent."""
    finding = found(server.url, f"bearer {KEY}")["key"]
    assert finding.state == "failure"
    assert finding.message == "api_key must be the key alone, without 'Bearer'"
    assert not server.requests


@pytest.mark.parametrize(
    ("status", "state", "advice"),
    [
        (401, "failure", "make a new key"),
        (403, "failure", "ask for what the key may do"),
        (404, "failure", "base URL"),
        (429, "warning", "wait"),
        (500, "failure", "later"),
    ],
)
def test_refused(server: Server, status: int, state: str, advice: str) -> None:
    """What the server refuses is said with its sentence, without the key, and not tried again."""
    error = {"error": {"message": f"no, {KEY}"}}
    server.answer(json_reply(error, status=status, headers=dated()))
    findings = found(server.url, now=lambda: NOW)
    assert findings["service"].state == state
    assert f"{status} no, [key]" in findings["service"].message
    assert advice in findings["service"].advice
    assert findings["clock"].state == "ok"


@pytest.mark.parametrize("body", [b"<html>Log in to the wireless network</html>", b'{"data": 1}'])
def test_another_server(server: Server, body: bytes) -> None:
    """A server that answers with something else is not taken for the service."""
    server.answer(reply(body))
    assert found(server.url)["service"].state == "failure"


@pytest.mark.parametrize(
    ("ahead", "state", "said"),
    [
        (20, "ok", "the same"),
        (-20, "ok", "the same"),
        (60, "warning", "60 s behind"),
        (-60, "warning", "60 s ahead"),
        (7200, "failure", "2.0 h behind"),
        (-7200, "failure", "2.0 h ahead"),
    ],
)
def test_wrong_clock(server: Server, ahead: float, state: str, said: str) -> None:
    """The clock is compared with that of the server."""
    server.answer(json_reply(MODELS, headers=dated(ahead)))
    finding = found(server.url, now=lambda: NOW)["clock"]
    assert (finding.state, said in finding.message) == (state, True)


@pytest.mark.parametrize("headers", [{}, {"Date": "yesterday"}])
def test_no_time(server: Server, headers: dict[str, str]) -> None:
    """A server that does not say what time it is proves nothing."""
    server.answer(json_reply(MODELS, headers=headers))
    assert found(server.url)["clock"].state == "skipped"


def test_slow_server(server: Server) -> None:
    """The time to the first byte is measured, and too much of it is a warning."""
    server.answer(json_reply(MODELS))
    times = iter([0.0, 0.0, 0.0, 0.25, 10.0, 13.5])
    findings = found(server.url, clock=lambda: next(times))
    assert "connected in 250 ms" in findings["address"].message
    assert findings["first byte"].state == "warning"
    assert findings["first byte"].message.startswith("3500 ms")


def test_closed_port(server: Server) -> None:
    """A port on which nobody listens is named, and nothing is tried after that."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        findings = found(f"http://127.0.0.1:{port}/v1")
    assert findings["address"].state == "failure"
    assert f"cannot connect to port {port} of 127.0.0.1" in findings["address"].message
    assert "refused" in findings["address"].message
    assert "certificates" not in findings


def test_one_of_two_addresses(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address that cannot be reached is named even where another one can."""
    server.answer(json_reply(MODELS))
    port = int(server.url.rpartition(":")[2].partition("/")[0])
    both = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))
        for address in ("127.0.0.2", "127.0.0.1")
    ]
    look_up = socket.getaddrinfo

    def two(host: str, *rest: Any) -> Any:
        return both if host == "two.invalid" else look_up(host, *rest)

    monkeypatch.setattr(socket, "getaddrinfo", two)
    finding = found(f"http://two.invalid:{port}/v1")["address"]
    assert finding.state == "warning"
    assert "not to 127.0.0.2" in finding.message


def test_unknown_name() -> None:
    """A name that cannot be looked up is named."""
    findings = found("https://nowhere.invalid/v1")
    assert findings["address"].state == "failure"
    assert "nowhere.invalid cannot be looked up" in findings["address"].message


def test_unusable_base_url() -> None:
    """A base URL that no client takes is a failure, and not shown, as it may be a key."""
    findings = found(KEY)
    assert findings["address"].state == "failure"


def test_plain_port(server: Server) -> None:
    """A server that speaks no TLS is told from one whose certificate is wrong."""
    server.greeting = [b"HTTP/1.1 400 Bad Request\r\n\r\n", CLOSE]
    findings = found(server.url.replace("http:", "https:"))
    assert findings["certificates"].state == "failure"
    assert "http://" in findings["certificates"].advice


class TLSServer:
    """Answers a request over TLS on loopback with the list of models.

    Args:
        certificate: The certificate of the server.
    """

    def __init__(self, certificate: trustme.LeafCert) -> None:
        self._context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        certificate.configure_cert(self._context)
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._socket.close()

    def _serve(self) -> None:
        while True:
            try:
                accepted, _ = self._socket.accept()
            except OSError:
                return
            with contextlib.suppress(OSError):  # the client has refused the certificate
                self._answer(accepted)

    def _answer(self, accepted: socket.socket) -> None:
        with accepted, self._context.wrap_socket(accepted, server_side=True) as wrapped:
            if wrapped.recv(65536):
                steps = json_reply(MODELS)
                wrapped.sendall(b"".join(step for step in steps if isinstance(step, bytes)))


Serve = Callable[[trustme.LeafCert], int]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Return a function that runs a server with a certificate, and returns its port."""
    servers: list[TLSServer] = []

    def start(certificate: trustme.LeafCert) -> int:
        servers.append(TLSServer(certificate))
        return servers[-1].port

    yield start
    for each in servers:
        each.close()


@pytest.fixture
def trusted(
    authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[trustme.CA]:
    """Return an authority that SSL_CERT_FILE names."""
    file = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(file)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    _read_certificates.cache_clear()
    yield authority
    _read_certificates.cache_clear()


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """Make a private authority, which is not trusted by default."""
    return trustme.CA(organization_name="Private Authority")


def test_trusted_certificate(serve: Serve, trusted: trustme.CA) -> None:
    """A trusted certificate is described, and where the trusted authorities come from."""
    findings = found(f"https://localhost:{serve(trusted.issue_cert('localhost'))}/v1")
    assert findings["certificates"].state == "ok"
    assert "issued by Private Authority" in findings["certificates"].message
    assert "SSL_CERT_FILE" in findings["certificates"].message
    assert findings["service"].state == "ok"


def test_unknown_authority(serve: Serve, authority: trustme.CA) -> None:
    """A certificate of an unknown authority is refused, described, and SSL_CERT_FILE named."""
    findings = found(f"https://localhost:{serve(authority.issue_cert('localhost'))}/v1")
    assert findings["certificates"].state == "failure"
    assert "issued by Private Authority" in findings["certificates"].message
    assert "SSL_CERT_FILE" in findings["certificates"].advice
    assert "service" not in findings


def test_certificate_of_another_host(serve: Serve, trusted: trustme.CA) -> None:
    """A certificate for another name is refused, and the base URL named."""
    findings = found(f"https://localhost:{serve(trusted.issue_cert('other.invalid'))}/v1")
    assert findings["certificates"].state == "failure"
    assert "base URL" in findings["certificates"].advice


@pytest.mark.parametrize(
    ("left", "state", "said"), [(3, "warning", "soon"), (-3, "failure", "the clock")]
)
def test_old_certificate(
    serve: Serve, trusted: trustme.CA, left: int, state: str, said: str
) -> None:
    """A certificate that has expired is refused, and one that is about to is a warning."""
    until = dt.datetime.now(dt.UTC) + dt.timedelta(days=left)
    certificate = trusted.issue_cert("localhost", not_after=until)
    finding = found(f"https://localhost:{serve(certificate)}/v1")["certificates"]
    assert (finding.state, said in finding.advice) == (state, True)
    assert f"valid until {until:%Y-%m-%d}" in finding.message


def test_unreadable_certificates(
    serve: Serve, trusted: trustme.CA, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of certificates that is not there is named by its variable."""
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere.pem")
    findings = found(f"https://localhost:{serve(trusted.issue_cert('localhost'))}/v1")
    assert findings["certificates"].state == "failure"
    assert "SSL_CERT_FILE" in findings["certificates"].advice


def test_proxy(serve: Serve, trusted: trustme.CA, monkeypatch: pytest.MonkeyPatch) -> None:
    """Through a proxy all is checked as well, and its password is not shown."""
    with proxy() as running:
        monkeypatch.setenv("HTTPS_PROXY", running.url(CREDENTIALS[1]))
        findings = found(f"https://localhost:{serve(trusted.issue_cert('localhost'))}/v1")
    assert "from HTTPS_PROXY" in findings["proxy"].message
    assert CREDENTIALS[1] not in repr(findings)
    assert "the proxy 127.0.0.1" in findings["address"].message
    assert states(findings)["certificates"] == "ok"
    assert states(findings)["service"] == "ok"
    assert len(running.tunnels) == 2


def test_wrong_password_of_the_proxy(
    serve: Serve, trusted: trustme.CA, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proxy that lets nobody through is told from a server."""
    with proxy() as running:
        monkeypatch.setenv("HTTPS_PROXY", running.url("another-password"))
        findings = found(f"https://localhost:{serve(trusted.issue_cert('localhost'))}/v1")
    assert findings["certificates"].state == "failure"
    assert "407" in findings["certificates"].message
    assert "proxy" in findings["certificates"].advice


@pytest.mark.parametrize("no_proxy", ["127.0.0.1", "*"])
def test_no_proxy(server: Server, monkeypatch: pytest.MonkeyPatch, no_proxy: str) -> None:
    """A proxy that the environment excepts the host from is not used, and that is said."""
    server.answer(json_reply(MODELS))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", no_proxy)
    findings = found(server.url)
    assert findings["proxy"].message.startswith("none: NO_PROXY")
    assert findings["service"].state == "ok"


def test_unusable_proxy(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy that no client takes is named by its variable."""
    monkeypatch.setenv("HTTP_PROXY", "gopher://127.0.0.1:70")
    findings = found(server.url)
    assert findings["proxy"].state == "failure"
    assert findings["proxy"].advice == "mend or unset HTTP_PROXY"


def test_command(server: Server, run: Run) -> None:
    """The command prints a line for each check, and what to do."""
    server.answer(json_reply({"error": {"message": "no"}}, status=401))
    done = run("--base-url", server.url, "doctor")
    assert done.status == 1
    lines = done.output.splitlines()
    assert lines[1].split() == ["ok", "key", "from", "$APERTIS_API_KEY,", "17", "characters"]
    (line,) = [at for at, each in enumerate(lines) if each.startswith("failure  service")]
    assert lines[line + 1].strip().startswith("-> make a new key")


@pytest.mark.parametrize(
    ("variables", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colours(
    server: Server, environment: dict[str, str], variables: dict[str, str], coloured: bool
) -> None:
    """Only a terminal that shows them gets them, and only where they are wanted."""
    server.answer(json_reply({"data": []}))
    environment |= {"APERTIS_BASE_URL": server.url, **variables}
    with Terminal("doctor", environment=environment) as terminal:
        assert terminal.wait_for_end() == 0
        assert "ok       key" in terminal.screen
    assert (b"\x1b[32mok" in terminal.received) == coloured


def test_json(server: Server, run: Run) -> None:
    """A program gets JSON."""
    server.answer(json_reply(MODELS))
    done = run("--base-url", server.url, "doctor", "--json")
    assert done.status == 0
    printed = json.loads(done.output)
    assert printed["ok"] is True
    names = ["versions", "key", "proxy", "address", "certificates", "service", "clock"]
    assert [each["check"] for each in printed["checks"]] == [*names, "first byte"]


def test_command_without_a_key(server: Server, run: Run, environment: dict[str, str]) -> None:
    """The command says that there is no key, and checks the rest."""
    del environment["APERTIS_API_KEY"]
    done = run("--base-url", server.url, "doctor")
    assert done.status == 1
    assert "apertis config set key" in done.output
    assert "ok       address" in done.output
