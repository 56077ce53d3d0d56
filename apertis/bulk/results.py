"""What comes of a row: an answer or a failure, and the line of the output that says so."""

from __future__ import annotations

from typing import Any, NamedTuple

from apertis_client._runtime.json_text import encode_body

from .._errors.tree import ApertisError, APIError, APIResponseError, StructuredOutputError
from ..chat.text import content_text
from .costs import Usage
from .rows import Row

__all__ = ["BulkResult", "answer_line", "failure", "failure_line", "same_line"]


class BulkResult(NamedTuple):
    """What came of a row.

    Attributes:
        id: The id of the row, or the hash of its request where the input gives none.
        response: The answer, as the method of the API returns it; None for a failure.
        error: The failure; None for an answer.
        attempts: How often the request was sent.
        seconds: How long the call took, retries and waits included.
        usage: What it used; None where the server does not say.
        same_as: The id of the row with the same request, which alone was asked.
    """

    id: str | int
    response: Any = None
    error: ApertisError | None = None
    attempts: int = 0
    seconds: float = 0.0
    usage: Usage | None = None
    same_as: str | int | None = None


def answer_line(row: Row, result: BulkResult, answer: Any, content: bytes) -> bytes:
    """Return the line for an answer, which has its body as it came.

    Args:
        row: The row.
        result: What came of it.
        answer: The answer, decoded.
        content: The body that it was decoded from.
    """
    body = content.strip()
    if b"\n" in body or b"\r" in body:  # in JSON, between two tokens
        body = body.replace(b"\n", b" ").replace(b"\r", b" ")
    if not _is_plain(body):
        body = encode_body(answer.to_dict())
    cost = b',"cost":%.12g' % result.usage.cost if result.usage and result.usage.cost else b""
    head = b'{"id":%b,"request":"%b","seconds":%.3f' % (
        _id(row),
        row.digest.encode(),
        result.seconds,
    )
    return b'%b%b,"response":%b}\n' % (head, cost, body)


def failure_line(row: Row, result: BulkResult, error: ApertisError) -> bytes:
    """Return the line for a failure."""
    failed = failure(result.attempts, error)
    line: dict[str, Any] = {"id": row.id, "request": row.digest, "error": failed}
    if result.usage is not None:
        line["usage"] = result.usage.to_dict()
    return encode_body(line) + b"\n"


def failure(attempts: int, error: ApertisError) -> dict[str, Any]:
    """Return what a line says of a failure."""
    said: dict[str, Any] = {
        "type": type(error).__name__,
        "status": error.status_code if isinstance(error, APIResponseError) else None,
        "message": error.message if isinstance(error, APIError) else str(error),
        "attempts": attempts,
    }
    if isinstance(error, APIError) and error.code is not None:
        said["code"] = error.code
    if (text := _text(error)) is not None:
        said["text"] = text
    return said


def same_line(row: Row) -> bytes:
    """Return the line for a row that is not asked, as another one has the same request."""
    return encode_body({"id": row.id, "request": row.digest, "same_as": row.same_as}) + b"\n"


def _text(error: ApertisError) -> str | None:
    """Return the text of structured output that is cut off or does not fit."""
    if isinstance(error, StructuredOutputError):
        return error.text
    completion: Any = getattr(error, "completion", None)
    choices = getattr(completion, "choices", None) or [None]
    return content_text(getattr(getattr(choices[0], "message", None), "content", None))


def _id(row: Row) -> bytes:
    return encode_body(row.id)


def _is_plain(body: bytes) -> bool:
    """Return whether a body, which is an object in some encoding, is one in UTF-8."""
    if body[:1] != b"{" or b"\0" in body:
        return False
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True
