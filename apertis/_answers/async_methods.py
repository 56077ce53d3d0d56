"""The methods of a resource that parse answers, follow them by events, and run tools."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from apertis_client._runtime.operation import StreamingOperation

from .._core.engine import Engine
from .._core.prepare import check_call

if TYPE_CHECKING:
    from .form import AnswerForm

__all__ = ["AsyncAnswerMethods"]

F = TypeVar("F")
R = TypeVar("R")


class AsyncAnswerMethods:
    """The base of what an API has as `_parse`, `_stream` and `_run_tools`.

    They send by `create`, which the generated class adds, as it does the public methods with their
    signatures (`scripts/generator/answers.py`).
    """

    _engine: Engine
    create: Callable[..., Any]
    _name: ClassVar[str]  # of the resource
    _operation: ClassVar[StreamingOperation[Any, Any]]

    async def _read(
        self, form: AnswerForm[F], path: tuple[Any, ...], params: Mapping[str, Any]
    ) -> F:
        """Call `create` and return its answer, parsed."""
        sent, parser = form.ask(*self._arguments("parse", path, params))
        answer: F = parser.read(await self.create(stream=False, **sent))
        return answer

    def _events(
        self,
        manager: Callable[..., R],
        form: AnswerForm[Any],
        path: tuple[Any, ...],
        params: Mapping[str, Any],
    ) -> R:
        """Return the manager of a stream that `create` will open."""
        sent, parser = form.ask(*self._arguments("stream", path, params))
        return manager(lambda: self.create(stream=True, **sent), parser)

    def _run(self, run: Callable[..., R], path: tuple[Any, ...], params: Mapping[str, Any]) -> R:
        """Return a run of tools, which has not begun."""
        if "tools" not in params:
            raise TypeError(f"{self._name}.run_tools needs the argument 'tools'")
        own = {name: params[name] for name in ("tools", "max_turns", "stream") if name in params}
        others = {name: value for name, value in params.items() if name not in own}
        response_format, arguments = self._arguments("run_tools", path, others)
        return run(
            self.create,
            response_format=response_format,
            arguments=arguments,
            **own,
            is_traced=self._engine.is_traced,
        )

    def _arguments(
        self, method: str, path: tuple[Any, ...], params: Mapping[str, Any]
    ) -> tuple[Any, dict[str, Any]]:
        """Return the `response_format` and the other arguments, checked before anything is sent."""
        if "stream" in params:
            hint = "leave it out" if method == "stream" else f"{self._name}.stream gives events"
            raise TypeError(f"{self._name}.{method} takes no argument 'stream'; {hint}")
        arguments = dict(params)
        response_format = arguments.pop("response_format", None)
        own = ("response_format", "max_turns") if method == "run_tools" else ("response_format",)
        check_call(f"{self._name}.{method}", self._operation, path, arguments, own)
        return response_format, arguments
