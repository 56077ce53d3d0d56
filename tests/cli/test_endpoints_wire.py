"""The commands for single endpoints: what they send, and what they print."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.bulk.conftest import Gateway, refusal
from tests.cli.conftest import Command, Run
from tests.cli.terminal import Terminal
from tests.server import CLOSE, DONE, PATIENCE, Step, event, event_stream, json_reply, reply

pytestmark = pytest.mark.wire

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
WAV = b"RIFF\0\0\0\0WAVEfmt " + bytes(20)
MODELS: dict[str, Any] = {
    "object": "list",
    "data": [
        {"id": "gpt-4.1", "object": "model", "created": 1, "owned_by": "openai"},
        {
            "id": "gpt-4.1-mini",
            "object": "model",
            "created": 1,
            "owned_by": "openai",
            "context_length": 1_000_000,
        },
        {"id": "claude", "object": "model", "created": 1, "owned_by": "anthropic"},
    ],
}


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        ([], ["gpt-4.1", "gpt-4.1-mini", "claude"]),
        (["mini", "GPT"], ["gpt-4.1-mini"]),
        (["--owned-by", "anthropic"], ["claude"]),
        (["--context", "200000"], ["gpt-4.1-mini"]),
    ],
)
def test_models_are_searched(
    run: Run, gateway: Gateway, arguments: list[str], ids: list[str]
) -> None:
    """A program gets an id in each line, or the models as JSON."""
    gateway.rule = lambda request: MODELS

    assert run("models", *arguments) == (0, "".join(f"{each}\n" for each in ids), "")
    found = json.loads(run("models", "--json", *arguments).output)
    assert found == [each for each in MODELS["data"] if each["id"] in ids]


def test_no_model_is_a_failure(run: Run, gateway: Gateway) -> None:
    """As with `grep`."""
    gateway.rule = lambda request: MODELS

    assert run("models", "nothing") == (1, "", "apertis: no model matches\n")
    assert run("models", "--json", "nothing").output == "[]\n"


def test_a_terminal_shows_more_of_models(environment: dict[str, str], gateway: Gateway) -> None:
    """Whose they are, and how much they take, if that is known."""
    gateway.rule = lambda request: MODELS
    with Terminal("models", "gpt", environment=environment) as terminal:
        assert terminal.wait_for_end() == 0
        assert terminal.screen.splitlines() == [
            "gpt-4.1       openai",
            "gpt-4.1-mini  openai        1,000,000 tokens",
        ]


def test_a_model_is_recommended(run: Run, gateway: Gateway) -> None:
    """By the parameters that the spec has for it."""
    gateway.rule = lambda request: {"model": "m", "task": "coding"}

    done = run("models", "-o", "task=coding", "-o", "budget=low")

    assert json.loads(done.output)["model"] == "m"
    assert gateway.requests[0].path == "/v1/recommend?task=coding&budget=low"


def embeddings(request: Any) -> dict[str, Any]:
    """Return a vector for each text, with its length."""
    data = [
        {"object": "embedding", "index": n, "embedding": [float(len(text)), 0.5]}
        for n, text in enumerate(request.json["input"])
    ]
    used = {"prompt_tokens": 1, "total_tokens": 1}
    return {"object": "list", "data": data, "model": "m", "usage": used}


def test_texts_become_vectors(run: Run, gateway: Gateway) -> None:
    """A text, standard input, or each of its lines."""
    gateway.rule = embeddings
    given = ["embed", "-m", "m"]

    assert run(*given, "Hello", "you", "-o", "dimensions=2") == (0, "[9.0, 0.5]\n", "")
    assert gateway.requests[0].json["dimensions"] == 2
    assert run(*given, given="Hello") == (0, "[5.0, 0.5]\n", "")
    assert run(*given, "--lines", given="a\nbc\n") == (0, "[1.0, 0.5]\n[2.0, 0.5]\n", "")
    assert json.loads(run(*given, "--json", "a").output)["data"][0]["index"] == 0
    assert run(*given).status == 2


def test_a_recording_becomes_text(run: Run, gateway: Gateway, tmp_path: Path) -> None:
    """Or subtitles, or JSON; in English if that is asked for."""
    gateway.rule = lambda request: (
        reply(b"1\n00:00\nHello\n", headers={"Content-Type": "text/plain"})
        if b"srt" in request.body
        else {"text": "Hello", "language": "de"}
    )
    path = tmp_path / "speech"
    path.write_bytes(WAV)
    given = ["transcribe", "-m", "whisper-1", path]

    assert run(*given, "-o", "language=de") == (0, "Hello\n", "")
    assert WAV in gateway.requests[0].body
    assert gateway.requests[0].path == "/v1/audio/transcriptions"
    assert run(*given, "-o", "response_format=srt").output == "1\n00:00\nHello\n"
    assert json.loads(run(*given, "--json").output) == {"text": "Hello", "language": "de"}
    assert run(*given, "--translate").output == "Hello\n"
    assert gateway.requests[-1].path == "/v1/audio/translations"


def test_a_text_becomes_a_recording(
    run: Run, command: Command, gateway: Gateway, tmp_path: Path
) -> None:
    """In a file, whose ending says the format, or on standard output."""
    gateway.rule = lambda request: reply(WAV, headers={"Content-Type": "audio/wav"})
    path = tmp_path / "speech.wav"

    assert run("speak", "-m", "tts-1", "-O", path, "Hello", "you") == (0, "", "")
    assert path.read_bytes() == WAV
    assert gateway.requests[0].json == {
        "model": "tts-1",
        "voice": "alloy",
        "input": "Hello you",
        "response_format": "wav",
    }
    with (tmp_path / "output").open("wb") as file:
        assert command("speak", "-m", "tts-1", "Hello", stdout=file).wait() == 0
    assert (tmp_path / "output").read_bytes() == WAV


def test_a_file_is_whole_or_not_there(run: Run, gateway: Gateway, tmp_path: Path) -> None:
    """A recording that breaks off leaves nothing behind."""
    gateway.rule = lambda request: reply([WAV, CLOSE], length=1000)
    path = tmp_path / "speech.wav"

    done = run("speak", "-m", "tts-1", "-O", path, "--max-retries", "0", "Hello")

    assert done.status == 3
    assert list(tmp_path.glob("*speech*")) == []
    assert list(tmp_path.glob(".apertis*")) == []


def test_ctrl_c_leaves_nothing_behind(command: Command, gateway: Gateway, tmp_path: Path) -> None:
    """Neither a part of the file nor a temporary one."""
    gate = gateway.gate()
    gateway.rule = lambda request: reply([WAV, gate], length=1000)
    path = tmp_path / "speech.wav"
    process = command("speak", "-m", "tts-1", "-O", path, "Hello")
    gateway.wait_for_requests(1)
    while not list(tmp_path.glob(".apertis*")):
        assert process.poll() is None

    process.send_signal(signal.SIGINT)

    assert process.wait(PATIENCE) == 130
    assert process.communicate() == ("", "\n")
    assert list(tmp_path.iterdir()) == []


INTERRUPTING = """
import sys

def trace(frame, event, _):
    if frame.f_code.co_name == "run_sync" and event == "call":
        sys.settrace(None)
        raise KeyboardInterrupt

sys.settrace(trace)
from apertis.cli import main
main()
"""


def test_ctrl_c_before_a_coroutine_begins(environment: dict[str, str], tmp_path: Path) -> None:
    """Nothing is said of that coroutine."""
    command = [sys.executable, "-c", INTERRUPTING, "models"]
    done = subprocess.run(
        command, check=False, env=environment, capture_output=True, text=True, cwd=tmp_path
    )

    assert (done.returncode, done.stdout, done.stderr) == (130, "", "\n")


@pytest.mark.parametrize(
    ("arguments", "given", "sentence"),
    [
        (["embed", "-m", "m"], "", "There is no text: write it after the command"),
        (["embed", "-m", "m", "--lines", "Hi"], "", "With --lines the texts are on standard input"),
        (["embed", "-m", "m", "--lines"], "a\n\nb", "Line 2 of standard input is empty"),
        (["transcribe", "-m", "m", "-"], "", "Standard input is empty"),
        (["speak", "-m", "m", "-O", "a.xyz", "Hi"], "", "a.xyz ends with no format that is known"),
        (["speak", "-m", "m", "-O", "/", "Hi"], "", "/ ends with no format"),
        (["image", "-m", "m"], " ", "There is no text"),
    ],
)
def test_what_cannot_be_meant_sends_nothing(
    run: Run, gateway: Gateway, arguments: list[str], given: str, sentence: str
) -> None:
    """The exit status is 2."""
    done = run(*arguments, given=given)

    assert (done.status, done.output) == (2, "")
    assert sentence in done.errors
    assert not gateway.requests


def test_an_image_that_cannot_be_downloaded_is_a_sentence(
    run: Run, gateway: Gateway, tmp_path: Path
) -> None:
    """Those before it are there."""
    answer = images(1)
    answer["data"].append({"url": "http://127.0.0.1:9/image.png"})
    gateway.rule = lambda request: answer

    done = run("image", "-m", "m", "-O", tmp_path / "cat.png", "A cat")

    assert done.status == 3
    assert "apertis: the download failed: " in done.errors
    assert [path.name for path in tmp_path.glob("*.png")] == ["cat.png"]


def test_a_folder_is_no_file_for_an_image(run: Run, gateway: Gateway) -> None:
    """Not even that of the whole disk."""
    gateway.rule = lambda request: images(1)

    done = run("image", "-m", "m", "-O", "/", "A cat")

    assert (done.status, done.errors) == (2, "apertis: /: Is a directory\n")


@pytest.mark.parametrize("arguments", [["speak", "-m", "m", "Hi"], ["image", "-m", "m", "Hi"]])
def test_bytes_are_not_written_to_a_terminal(
    environment: dict[str, str], gateway: Gateway, arguments: list[str]
) -> None:
    """Nothing is sent that would be paid for nothing."""
    with Terminal(*arguments, environment=environment) as terminal:
        assert terminal.wait_for_end() == 2
        assert "name a file with -O" in terminal.screen
    assert not gateway.requests


def images(count: int) -> dict[str, Any]:
    """Return an answer with images."""
    import base64

    data = [{"b64_json": base64.b64encode(PNG + bytes([n])).decode()} for n in range(count)]
    return {"created": 1, "data": data}


def test_a_prompt_becomes_images(
    run: Run, command: Command, gateway: Gateway, tmp_path: Path
) -> None:
    """Each in a file, or the only one on standard output."""
    gateway.rule = lambda request: images(2)
    path = tmp_path / "cat.png"

    done = run("image", "-m", "gpt-image-1", "-O", path, "-o", "n=2", "A cat")

    assert (done.status, done.output) == (0, "")
    assert done.errors.split() == [str(path), str(tmp_path / "cat-2.png")]
    assert path.read_bytes() == PNG + b"\0"
    assert (tmp_path / "cat-2.png").read_bytes() == PNG + b"\1"
    with (tmp_path / "output").open("wb") as file:
        assert command("image", "-m", "m", "A cat", stdout=file).wait() == 0
    assert (tmp_path / "output").read_bytes() == PNG + b"\0"


def test_an_image_is_changed(run: Run, gateway: Gateway, tmp_path: Path) -> None:
    """It is sent with the prompt."""
    gateway.rule = lambda request: images(1)
    (tmp_path / "cat").write_bytes(PNG)

    done = run("image", "-m", "m", "-e", tmp_path / "cat", "-O", tmp_path / "hat.png", "A hat")

    assert done.status == 0, done.errors
    assert gateway.requests[0].path == "/v1/images/edits"
    assert PNG in gateway.requests[0].body


def test_any_endpoint_is_called(run: Run, gateway: Gateway, tmp_path: Path) -> None:
    """With a query, headers and a body; the answer is printed as it came."""
    gateway.rule = lambda request: reply(b'{"a":\n1}', headers={"Content-Type": "application/json"})
    arguments = ["request", "get", "/models/x%2Fy", "-q", "a=1e5", "-q", "b=1", "-q", "b=2"]

    assert run(*arguments, "-H", "X-Trace: t") == (0, '{"a":\n1}', "")
    assert gateway.requests[0].path == "/v1/models/x%2Fy?a=1e5&b=1&b=2"
    assert gateway.requests[0].all("x-trace") == ["t"]


@pytest.fixture
def unknown(gateway: Gateway) -> list[Any]:
    """Return the bodies that come to an endpoint that the spec does not have."""
    bodies: list[Any] = []

    def take(request: Any) -> list[Step]:
        bodies.append(request.body)
        return json_reply({"ok": True})

    gateway.rule = take
    return bodies


@pytest.mark.parametrize("way", ["text", "file", "standard input"])
def test_a_body_is_text_a_file_or_standard_input(
    run: Run, unknown: list[Any], gateway: Gateway, tmp_path: Path, way: str
) -> None:
    """Always JSON."""
    text = '{"model": "m", "input": "Hi"}'
    (tmp_path / "body.json").write_text(text)
    data = {"text": text, "file": f"@{tmp_path / 'body.json'}", "standard input": "-"}[way]

    done = run("request", "POST", "/embeddings", "-d", data, given=text)

    assert (done.status, done.output) == (0, '{"ok": true}')
    assert json.loads(unknown[0]) == json.loads(text)


def test_a_stream_is_an_event_in_each_line(run: Run, gateway: Gateway) -> None:
    """As JSON."""
    gateway.rule = lambda request: event_stream(event({"n": 1}), event({"n": "ü"}), DONE)
    body = '{"model": "m", "messages": [{"role": "user", "content": "Hi"}]}'

    done = run("request", "POST", "/chat/completions", "-d", body, "--stream")

    assert done == (0, '{"n": 1}\n{"n": "ü"}\n', "")
    assert gateway.requests[0].json["stream"] is True


def test_a_form_has_files(run: Run, gateway: Gateway, tmp_path: Path) -> None:
    """Beside the members of the body."""
    (tmp_path / "speech.wav").write_bytes(WAV)
    gateway.rule = lambda request: {"text": "Hello"}
    form = ["-F", f"file={tmp_path / 'speech.wav'}", "-d", '{"model": "whisper-1"}']

    done = run("request", "POST", "/audio/transcriptions", *form)

    assert json.loads(done.output) == {"text": "Hello"}
    assert WAV in gateway.requests[0].body


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["GET", "https://elsewhere.example/x"], "path must be one below base_url"),
        (["GET", "/models?x=1"], "path must have no '?'"),
        (["POST", "/x", "-d", "{"], "{ is not JSON"),
        (["POST", "/x", "-d", "@/nowhere"], "cannot read /nowhere"),
        (["GET", "/x", "-H", "nothing"], "'nothing' is not NAME:VALUE"),
        (["BREW", "/coffee"], "'BREW' is not one of"),
    ],
)
def test_a_wrong_request_is_refused(
    run: Run, gateway: Gateway, arguments: list[str], sentence: str
) -> None:
    """Nothing is sent; least of all the key to somewhere else."""
    done = run("request", *arguments)

    assert (done.status, done.output) == (2, "")
    assert sentence in done.errors
    assert not gateway.requests


def test_what_the_server_refuses_is_a_failure(run: Run, gateway: Gateway) -> None:
    """As with any command."""
    gateway.rule = lambda request: refusal(404, "no such thing")

    done = run("request", "GET", "/models")

    assert (done.status, done.output) == (1, "")
    assert "no such thing (status 404" in done.errors


def test_json_has_colours_on_a_terminal(environment: dict[str, str], gateway: Gateway) -> None:
    """And is indented; what is no text is not shown."""
    gateway.rule = lambda request: MODELS
    with Terminal("request", "GET", "/models", environment=environment) as terminal:
        assert terminal.wait_for_end() == 0
        assert '  "object": "list",' in terminal.screen.splitlines()[:3]
        assert terminal.style('"list"').fg != "default"
