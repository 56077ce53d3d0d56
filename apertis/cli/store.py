"""What `apertis config` keeps: a file that only its owner can read, and the system's keyring."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import Any, Final, NamedTuple

from platformdirs import user_config_path

from apertis_client._runtime.files import replace_file
from apertis_client._runtime.json_object import is_object

from .._errors.tree import ConfigurationError

__all__ = ["Kept", "forget", "keep", "keep_key", "kept", "path"]

_ENTRY: Final = ("apertis", "api-key")  # of the keyring
_IN_KEYRING: Final = "key_in_keyring"


class Kept(NamedTuple):
    """A value, and where it is kept."""

    value: str
    place: str


def path() -> Path:
    """Return the path of the file."""
    return user_config_path("apertis", appauthor=False) / "config.json"


def kept(name: str) -> Kept | None:
    """Return a value that is kept; None where there is none.

    Raises:
        ConfigurationError: The file or the keyring cannot be read.
    """
    values = _read()
    if name == "key" and values.get(_IN_KEYRING):
        return _from_keyring()
    return Kept(str(values[name]), str(path())) if name in values else None


def keep(name: str, value: str) -> str:
    """Keep a value in the file, and return its path."""
    _write({**_read(), name: value})
    return str(path())


def keep_key(key: str, *, in_file: bool) -> str:
    """Keep the key in the keyring if there is one, else in the file; return where."""
    values = _read()
    if not in_file and _to_keyring(key):
        values.pop("key", None)
        _write({**values, _IN_KEYRING: True})
        return "the keyring"
    forget("key")
    return keep("key", key)


def forget(name: str) -> None:
    """Forget a value, wherever it is kept."""
    values = _read()
    if name == "key" and values.pop(_IN_KEYRING, False):
        import keyring
        from keyring.errors import KeyringError

        with contextlib.suppress(KeyringError):  # somebody has deleted it
            keyring.delete_password(*_ENTRY)
    elif values.pop(name, None) is None:
        return
    _write(values)


def _from_keyring() -> Kept:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError as error:
        raise ConfigurationError(
            "the key is in the system's keyring, which needs: pip install 'apertis[keyring]'"
        ) from error
    try:
        key = keyring.get_password(*_ENTRY)
    except KeyringError as error:
        raise ConfigurationError(f"the keyring cannot be read: {error}") from error
    if key is None:
        raise ConfigurationError(
            "the key has gone from the system's keyring: `apertis config set key` keeps it again"
        )
    return Kept(key, "the keyring")


def _to_keyring(key: str) -> bool:
    """Keep the key in the keyring; return whether it is there."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return False
    try:
        keyring.set_password(*_ENTRY, key)
        return keyring.get_password(*_ENTRY) == key  # some backends keep nothing
    except KeyringError:
        return False


def _read() -> dict[str, Any]:
    try:
        values: Any = json.loads(path().read_bytes())
    except FileNotFoundError:
        return {}
    except ValueError as error:
        raise ConfigurationError(f"{path()} is not JSON: {error}") from error
    if not is_object(values):
        raise ConfigurationError(f"{path()} is not a JSON object")
    return values


def _write(values: dict[str, Any]) -> None:
    file = path()
    before = os.umask(0o077)  # so that nobody else can read it, not even while it is written
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists():
            file.chmod(0o600)
        replace_file(file, json.dumps(values, indent=2).encode() + b"\n")
    finally:
        os.umask(before)
