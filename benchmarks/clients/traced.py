"""A client while OpenTelemetry's instrumentation of httpx is on."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from . import Client

__all__ = ["Traced"]


class Traced:
    """Any client; each of its calls is recorded by OpenTelemetry, and exported to nowhere."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name)

    def load(self) -> None:
        from opentelemetry import trace
        from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor
        from opentelemetry.sdk.trace import TracerProvider

        trace.set_tracer_provider(TracerProvider())
        HTTPXClientInstrumentor().instrument()
        self._client.load()
