"""Spans and metrics of OpenTelemetry, for programs that have imported it.

Nothing here is imported before `opentelemetry` is, and nothing here makes a call fail. May import
`_errors` and `apertis_client`. Start reading at `call`, then `run`; `conventions` has the names.
"""
