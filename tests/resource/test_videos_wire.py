"""Videos: jobs that are waited for, their content, and paths outside `/v1`."""

from __future__ import annotations

import inspect
import io
import sys
from typing import Any

import pytest

import apertis
from apertis import BinaryContent, Video
from apertis_client import AuthenticatedClient
from apertis_client.api.videos import create_character
from tests.drivers import KEY, NOTHING_IS_SENT, AsyncDriver, Driver
from tests.server import Script, Server, json_reply, reply
from tests.spec import form_fields

pytestmark = pytest.mark.wire

ID = "sora-2:task_1"
CHARACTER = {"id": "ch_1", "username": "keeper"}


def video(status: str, **members: Any) -> Script:
    return json_reply({"id": ID, "status": status, **members})


def wait(driver: Driver, *, interval: float = 0, **arguments: Any) -> Any:
    return driver.wait(driver.client().videos.wait(ID, interval=interval, **arguments))


def test_waiting(driver: Driver, server: Server) -> None:
    """A job is asked for until it is done, in states that are known and unknown."""
    states = ["queued", "in_progress", "dreaming", "completed"]
    server.answer(*map(video, states))
    seen: list[str] = []
    result = wait(driver, on_progress=lambda job: seen.append(job.status))

    assert (type(result), result.status) == (Video, "completed")
    assert seen == states
    assert {each.path.replace("%3A", ":") for each in server.requests} == {f"/v1/videos/{ID}"}


def test_waiting_for_a_task(driver: Driver, server: Server) -> None:
    """`video.wait` asks by `query`."""
    server.answer(video("processing"), video("completed", video_url="https://example.com/1.mp4"))
    result = driver.wait(driver.client().video.wait(ID, interval=0))

    assert result.video_url == "https://example.com/1.mp4"
    assert {each.path.replace("%3A", ":") for each in server.requests} == {
        f"/v1/video/query?id={ID}"
    }


@pytest.mark.parametrize(
    ("error", "message"),
    [
        ({"message": "It shows a person.", "code": "policy"}, ": It shows a person."),
        ("It shows a person.", ": It shows a person."),
        (None, ""),
    ],
)
def test_a_job_that_fails(driver: Driver, server: Server, error: object, message: str) -> None:
    """A job that has failed raises, with the reason and the job."""
    server.answer(video("failed", error=error))
    with pytest.raises(apertis.JobFailedError) as caught:
        wait(driver)

    assert str(caught.value) == f"job '{ID}' has the status 'failed'{message}"
    assert isinstance(caught.value.job, Video)
    assert caught.value.job.status == "failed"


def test_a_job_that_takes_too_long(driver: Driver, server: Server) -> None:
    """When the time is over, the job as it was last comes with the error."""
    server.answer(video("queued"))
    with pytest.raises(apertis.JobTimeoutError, match=r"after 0\.2 .*'queued'") as caught:
        wait(driver, interval=60, timeout=0.2)

    assert isinstance(caught.value.job, Video)


def test_a_server_that_takes_too_long(driver: Driver, server: Server) -> None:
    """The time is over as well while the server is asked."""
    gate = server.gate()
    server.answer([gate])
    with pytest.raises(apertis.JobTimeoutError, match="its status is unknown") as caught:
        wait(driver, timeout=0.1)
    gate.open()

    assert caught.value.job is None


def test_an_error_while_waiting(driver: Driver, server: Server) -> None:
    """A job that the server does not know raises the error of that call."""
    server.answer(json_reply({"error": {"message": "No such video."}}, status=404))
    with pytest.raises(apertis.NotFoundError, match=r"No such video\."):
        wait(driver)


def test_progress_may_be_told_asynchronously(server: Server) -> None:
    """In async, `on_progress` may be a coroutine function."""
    server.answer(video("completed"))
    seen: list[Any] = []

    async def tell(job: Any) -> None:
        seen.append(job.status)

    with AsyncDriver(server.url) as driver:
        wait(driver, on_progress=tell)
    assert seen == ["completed"]


class Terminal(io.StringIO):
    """Standard error in a terminal, or not."""

    def __init__(self, *, is_terminal: bool) -> None:
        super().__init__()
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal


@pytest.mark.parametrize("is_terminal", [True, False])
def test_progress_bar(
    driver: Driver, server: Server, monkeypatch: pytest.MonkeyPatch, is_terminal: bool
) -> None:
    """A progress bar is drawn in a terminal, and nowhere else."""
    server.answer(video("in_progress", progress=50), video("completed", progress=100))
    terminal = Terminal(is_terminal=is_terminal)
    monkeypatch.setattr(sys, "stderr", terminal)
    wait(driver, on_progress=True)

    assert terminal.getvalue() == (
        f"\r[{'#' * 15}{' ' * 15}]  50 % in_progress \r[{'#' * 30}] 100 % completed   \n"
        if is_terminal
        else ""
    )


@NOTHING_IS_SENT
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"interval": -1}, "interval must be 0 or more seconds"),
        ({"timeout": 0}, "timeout must be more than 0 seconds"),
    ],
)
def test_wrong_arguments(driver: Driver, arguments: dict[str, Any], message: str) -> None:
    """Times that cannot be are refused."""
    with pytest.raises(ValueError, match=message):
        wait(driver, **arguments)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({}, "^wait needs the argument 'id'$"),
        ({"video_id": ID}, "^wait takes no argument 'video_id'; it takes id, on_progress, "),
        ({"id": ID, "intervall": 1}, "^wait takes no argument 'intervall'; it takes id, "),
    ],
)
@pytest.mark.parametrize("client_class", [apertis.Apertis, apertis.AsyncApertis])
def test_wrong_names_of_arguments(
    client_class: type[Any], arguments: dict[str, Any], message: str
) -> None:
    """A mistake is named at the call, in async as well."""
    with pytest.raises(TypeError, match=message):
        client_class(api_key=KEY).videos.wait(**arguments)


def test_the_id_by_name(driver: Driver, server: Server) -> None:
    """The id can be given by name."""
    server.answer(video("completed"))

    assert driver.wait(driver.client().videos.wait(id=ID)).status == "completed"


def test_both_clients_wait_alike() -> None:
    """`wait` has the same parameters on both clients, all of them documented."""
    one = apertis.Apertis(api_key=KEY).videos.wait
    other = apertis.AsyncApertis(api_key=KEY).videos.wait
    parameters = [str(each) for each in inspect.signature(one).parameters.values()]

    assert parameters == [str(each) for each in inspect.signature(other).parameters.values()]
    for name in ("id", "on_progress", "interval", "timeout"):
        assert f"{name}: " in (inspect.getdoc(one) or "")


# Content


def test_content(driver: Driver, server: Server) -> None:
    """The content of a video is bytes, or an object that says where it is, by its media type."""
    server.answer(reply(b"\0\0\0 ftyp", headers={"Content-Type": "video/mp4"}), video("completed"))
    download = driver.client().videos.download_content
    content, found = driver.wait(download(ID)), driver.wait(download(video_id=ID))

    assert isinstance(content, BinaryContent)
    assert content.content == b"\0\0\0 ftyp"
    assert isinstance(found, Video)
    assert found.id == ID


def test_an_error_in_place_of_content(driver: Driver, server: Server) -> None:
    """An error with status 200 is one, whatever its media type."""
    error = b'{"error": {"message": "It is not done."}}'
    server.answer(reply(error, headers={"Content-Type": "video/mp4"}))
    with pytest.raises(apertis.APIResponseValidationError, match=r"It is not done\."):
        driver.wait(driver.client().videos.download_content(ID))


# Requests


def test_the_form_of_a_video(driver: Driver, server: Server) -> None:
    """Numbers and booleans are text in a form, and an object is JSON."""
    server.answer(video("queued"))
    driver.wait(
        driver.client().videos.create(
            model="sora-2",
            prompt="A",
            seconds=8,
            size="1280x720",
            private=True,
            character_create={"save_to_library": True},
        )
    )

    assert [(name, content) for name, _, content in form_fields(server.requests[0].body)] == [
        ("model", b"sora-2"),
        ("prompt", b"A"),
        ("seconds", b"8"),
        ("size", b"1280x720"),
        ("private", b"true"),
        ("character_create", b'{"save_to_library":true}'),
    ]


@pytest.mark.parametrize("base", ["/v1", "/gateway/v1", ""])
def test_a_path_outside_v1(driver: Driver, server: Server, base: str) -> None:
    """Characters are made beside `/v1`, wherever the API is."""
    server.answer(json_reply(CHARACTER))
    url = server.url.removesuffix("/v1") + base
    client = driver.client(base_url=url)
    driver.wait(client.videos.characters.create(url="https://example.com/1.mp4", timestamps="1,3"))

    assert server.requests[0].path == f"{base.removesuffix('/v1')}/sora/v1/characters"


def test_a_path_outside_v1_alone(server: Server) -> None:
    """The generated functions find it as well."""
    server.answer(json_reply(CHARACTER))
    with AuthenticatedClient(base_url=server.url, token=KEY, verify_ssl=False) as client:
        result = create_character.sync(
            client=client, body={"url": "https://example.com/1.mp4", "timestamps": "1,3"}
        )

    assert isinstance(result, apertis.Character)
    assert server.requests[0].path == "/sora/v1/characters"
