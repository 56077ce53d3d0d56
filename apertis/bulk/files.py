"""Reads the requests of a file lazily: JSON lines, CSV, or Parquet.

A reader yields a request for each row, None for an empty line, so that rows can be counted.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from apertis_client._runtime.json_text import loads

from .._errors.tree import BulkInputError
from .rows import IDS

if TYPE_CHECKING:
    from apertis_client._runtime.operation import Operation

__all__ = ["TABLES", "read_file", "read_line"]

_LONGEST_FIELD: Final = 2**28  # characters


def read_line(line: bytes, number: int, name: str) -> Any:
    """Return the request of a line of JSON; None for an empty line.

    Raises:
        BulkInputError: it is not JSON; the message has `name`, which says of what it is a line.
    """
    try:
        text = line.decode("utf-8-sig" if number == 1 else "utf-8").strip()
        return loads(text) if text else None
    except (ValueError, RecursionError) as error:
        raise BulkInputError(f"{name}, line {number} is not JSON: {error}") from None


def read_file(path: Path, operation: Operation[Any]) -> Iterator[Any]:
    """Yield the requests of a file; its suffix says how it is written.

    A column of a table is a member of the body; `operation` says which there are. In CSV an empty
    field is absent.

    Raises:
        BulkInputError: it cannot be read, or a line or a column is wrong.
    """
    read = TABLES.get(path.suffix.lower(), _read_lines)
    try:
        yield from read(path, operation)
    except OSError as error:
        raise BulkInputError(f"cannot read {path}: {error.strerror or error}") from error


def _read_lines(path: Path, operation: Operation[Any]) -> Iterator[Any]:  # noqa: ARG001
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            yield read_line(line, number, str(path))


def _read_csv(path: Path, operation: Operation[Any]) -> Iterator[Any]:
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST_FIELD))  # which is 128 KiB at first
    with path.open(encoding="utf-8-sig", newline="") as file:
        table = csv.DictReader(file, restkey="", strict=True)
        try:
            readers = _columns(path, table.fieldnames or (), operation)
            for number, row in enumerate(table, 1):
                if "" in row or None in row.values():
                    raise BulkInputError(f"{path}, row {number} has not one field for each column")
                yield {name: read(row[name]) for name, read in readers.items() if row[name]}
        except (csv.Error, UnicodeDecodeError) as error:
            raise BulkInputError(f"{path}, after line {table.line_num}: {error}") from error


def _read_parquet(path: Path, operation: Operation[Any]) -> Iterator[Any]:
    try:
        arrow: Any = import_module("pyarrow")
        parquet: Any = import_module("pyarrow.parquet")
    except ImportError:
        raise BulkInputError(
            "reading Parquet needs pyarrow: pip install 'apertis[parquet]'"
        ) from None
    try:
        with parquet.ParquetFile(path) as file:
            _columns(path, file.schema_arrow.names, operation)
            for batch in file.iter_batches(batch_size=1000):
                yield from batch.to_pylist()
    except arrow.ArrowException as error:
        raise BulkInputError(f"cannot read {path}: {error}") from error


def _columns(
    path: Path, names: Iterable[str], operation: Operation[Any]
) -> dict[str, Callable[[str], Any]]:
    """Return what reads the text of each column."""
    readers: dict[str, Callable[[str], Any]] = {}
    for name in names:
        if name in readers:
            raise BulkInputError(f"{path}: the column {name!r} is there twice")
        if name in (*IDS, "prompt"):
            readers[name] = str
        elif name in operation.parameters:
            types = operation.types.get(name, frozenset())
            readers[name] = _value if str not in types else str if len(types) == 1 else _any_value
        else:
            raise BulkInputError(
                f"{path}: the column {name!r} is no parameter of"
                f" {operation.method_path}; there may be id, prompt, and parameters"
            )
    return readers


def _value(text: str) -> Any:
    """Return what a field holds: JSON where it is JSON, else text."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def _any_value(text: str) -> Any:
    """Return what a field holds of a parameter that may be text or, say, a list."""
    return _value(text) if text[0] in "[{" else text


TABLES: Final[Mapping[str, Callable[[Path, Operation[Any]], Iterator[Any]]]] = {
    ".csv": _read_csv,
    ".parquet": _read_parquet,
}
