"""A server on loopback that answers every operation of the API with the example of the spec."""

from __future__ import annotations

from collections.abc import Sequence

from tests.server import Request, Server, Step, event, event_stream, json_reply, reply
from tests.spec import SpecOperation, operations, validate_request

__all__ = ["ExampleServer"]


class ExampleServer(Server):
    """Answers requests by the spec; one that breaks it is among the `problems`."""

    def take(self, request: Request) -> Sequence[Step]:
        """Return the steps that answer a request."""
        path = request.path.partition("?")[0]
        asked = path.strip("/").split("/")
        candidates = [
            each
            for each in operations()
            if each.method == request.method and len(each.segments) == len(asked)
        ]
        try:
            validate_request(request.method, path.removeprefix("/v1"), request.body)
        except Exception as error:  # noqa: BLE001 - each kind is a problem
            self.problems.append(f"{request.method} {path}: {error}")
        # Segments that are ids may differ from those of the example.
        same = {
            each.name: sum(a == b for a, b in zip(each.segments, asked, strict=True))
            for each in candidates
        }
        return _answer(max(candidates, key=lambda each: same[each.name]), request)


def _answer(operation: SpecOperation, request: Request) -> Sequence[Step]:
    if operation.text and any(
        f"\r\n{value}\r\n".encode() in request.body for value in _texts(operation)
    ):
        return reply(operation.text[2].encode(), headers={"Content-Type": "text/plain"})
    if isinstance(operation.response, str):
        content = operation.response.encode("latin-1")
        return reply(content, headers={"Content-Type": "application/octet-stream"})
    if operation.stream_parameter and b'"stream":true' in request.body.replace(b" ", b""):
        end = [event(operation.stream_end.encode())] if operation.stream_end else []
        events = [event(each, name=each.get("type", "")) for each in operation.events]
        return event_stream(*events, *end)
    # Whoever asks how far a job is learns that it is done.
    done = {"status": "completed"} if "status" in operation.response else {}
    return json_reply({**operation.response, **(done if request.method == "GET" else {})})


def _texts(operation: SpecOperation) -> list[str]:
    return operation.text[1] if operation.text else []
