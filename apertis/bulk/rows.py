"""What a bulk run asks for: a row for each request of the input, in any of the forms of these."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from apertis_client._runtime.json_object import JSONObject, is_object
from apertis_client._runtime.json_text import encode_body

from .._core.checks import type_name
from .._core.options import RequestOptions
from .._core.prepare import check_call
from .._errors.tree import BulkInputError
from .operations import CHAT, find_operation

if TYPE_CHECKING:
    from apertis_client._runtime.operation import Operation

    from .outputs import Outputs

__all__ = ["IDS", "Row", "RowReader"]

IDS = ("id", "custom_id")  # either is the id of a row

_OPTIONS = frozenset(RequestOptions.__annotations__) - {"extra_body"}
_BATCH = frozenset({"method", "url", "body"})  # the members of a row of a batch, beside its id


class Row(NamedTuple):
    """A request of the input.

    Attributes:
        id: The id that the input gives it, or its `digest` where it gives none.
        digest: A hash of the request, 16 hexadecimal digits: the same for the same request.
        operation: What is called.
        path: The parameters in the path.
        arguments: The arguments and options of the call.
        has_id: Whether the input gives the id.
        where: The place in the input, for messages.
        body: The body, encoded.
        same_as: The id of the row whose answer is that of this one, so that it is not asked.
    """

    id: str | int
    digest: str
    operation: Operation[Any]
    path: tuple[str, ...]
    arguments: Mapping[str, Any]
    has_id: bool
    where: str
    body: bytes
    same_as: str | int | None = None


class RowReader:
    """Reads a request in one of its forms.

    These are ``{"id": ..., "prompt": ...}`` with other members of the body, a whole body with an
    ``id`` or without, and the form of OpenAI's files of batches. An ``id`` may be called
    ``custom_id`` in all of them.

    Args:
        url: The URL of the operation, where the request does not say it.
        defaults: Members of the body, and options of the call, that the request does not have.
        system: The system message before a prompt.
        outputs: What answers are asked for, where the request does not say it.
        name: What messages call a request: ``prompts.jsonl, line``.

    Raises:
        BulkInputError: there is no such operation, or it has no `outputs`.
    """

    def __init__(
        self,
        url: str = CHAT,
        defaults: Mapping[str, Any] | None = None,
        system: str | None = None,
        outputs: Outputs | None = None,
        name: str = "row",
    ) -> None:
        given = {name: value for name, value in (defaults or {}).items() if value is not None}
        self._options = {name: given.pop(name) for name in _OPTIONS & given.keys()}
        self._defaults = given
        self._system = [{"role": "system", "content": system}] if system else []
        self._outputs = outputs
        self._name = name
        self._url = url
        self._chat, _ = find_operation("POST", CHAT)
        try:
            self.operation, _ = find_operation("POST", url)
        except ValueError as error:
            raise BulkInputError(f"url: {error}") from None
        if outputs is not None and not outputs.is_for(self.operation):
            raise BulkInputError(
                f"url: {self.operation.method_path} does not write text in a response_format"
            )
        self._marks = _BATCH - self.operation.parameters

    def read(self, request: object, number: int | str) -> Row:
        """Return the row of a request, the input's `number`, or what else messages call it.

        Raises:
            BulkInputError: it is no request; the message names it and says why.
        """
        where = f"{self._name} {number}"
        try:
            return self._read(request, where)
        except (TypeError, ValueError) as error:
            raise BulkInputError(f"{where}: {error}") from error

    def _read(self, request: object, where: str) -> Row:
        row_id, method, url, given = self._unpack(request)
        operation, path = find_operation(method, url)
        is_chat = operation.name == self._chat.name
        if is_chat and "prompt" in given:
            given["messages"] = self._messages(given.pop("prompt"), given)
        given = {name: value for name, value in given.items() if value is not None}
        body = {**self._defaults, **given}
        if self._outputs is not None:
            body = self._outputs.asked(body, operation)
        body.update(body.pop("extra_body", {}))
        body = dict(sorted(body.items()))  # so that their order does not matter
        if body.pop("stream", None):
            raise ValueError("a bulk run reads whole answers; leave stream out")
        arguments = {name: body[name] for name in body if name in operation.parameters}
        if extra := {name: value for name, value in body.items() if name not in arguments}:
            arguments["extra_body"] = extra
        named = dict(zip(operation.path_parameters, path, strict=True))
        check_call(operation.method_path, operation, (), {**named, **arguments, **self._options})
        digest = blake2b(f"{method} {url}\n".encode(), digest_size=8)
        encoded = encode_body(body)
        digest.update(encoded)
        key = digest.hexdigest()
        return Row(
            id=key if row_id is None else row_id,
            digest=key,
            operation=operation,
            path=path,
            arguments={**arguments, **self._options} if self._options else arguments,
            has_id=row_id is not None,
            where=where,
            body=encoded,
        )

    def _unpack(self, request: object) -> tuple[str | int | None, str, str, dict[str, Any]]:
        """Return the id of a request, its method and URL, and the members of its body."""
        if isinstance(request, JSONObject):
            request = request.to_dict()
        if not isinstance(request, Mapping):
            raise TypeError(f"a request is an object, not {type_name(request)}")
        given = dict(cast("Mapping[str, Any]", request))
        row_id, other_id = given.pop("id", None), given.pop("custom_id", None)
        if other_id is not None:
            if row_id is not None:
                raise ValueError("a row has id or custom_id, not both")
            row_id = other_id
        if row_id is not None and (isinstance(row_id, bool) or not isinstance(row_id, (str, int))):
            name = "id" if other_id is None else "custom_id"
            raise TypeError(f"{name} must be text or a whole number, not {type_name(row_id)}")
        method, url = "POST", self._url
        if not self._marks.isdisjoint(given):
            if "body" not in given:
                mark = min(self._marks & given.keys())
                raise ValueError(f"a row with {mark!r} is one of a batch, and needs a body")
            if unknown := sorted(given.keys() - _BATCH):
                raise ValueError(f"a row with a body has no {unknown[0]!r} beside it")
            if not is_object(body := given["body"]):
                raise TypeError(f"body must be an object, not {type_name(body)}")
            method, url = _text(given, "method") or method, _text(given, "url") or url
            given = dict(body)
        return (None if row_id == "" else row_id), method, url, given

    def _messages(self, prompt: object, given: Mapping[str, Any]) -> list[dict[str, str]]:
        if not isinstance(prompt, str):
            raise TypeError(f"prompt must be text, not {type_name(prompt)}")
        if "messages" in given:
            raise ValueError("a request has prompt or messages, not both")
        return [*self._system, {"role": "user", "content": prompt}]


def _text(given: Mapping[str, Any], name: str) -> str | None:
    value = given.get(name)
    if value is not None and not isinstance(value, str):
        raise TypeError(f"{name} must be text, not {type_name(value)}")
    return value
