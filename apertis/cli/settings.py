"""The settings of commands: an option wins over the environment, and that over what is kept."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, Final, NamedTuple

import click

from .._core.settings import BASE_URL, check_base_url, check_key
from .._errors.tree import ConfigurationError
from . import store

__all__ = [
    "GIVEN",
    "KEY_ADVICE",
    "SETTINGS",
    "Setting",
    "client_settings",
    "find",
    "required_model",
]

KEY_ADVICE: Final = (
    "keep one with `apertis config set key`, or set APERTIS_API_KEY; keys are made at"
    " https://apertis.ai"
)
GIVEN: Final = "apertis.given"
"""The name in `click.Context.meta` of the values of options, by the names of settings."""


class Setting(NamedTuple):
    """A setting that can be kept: the variables that it may come from, and its check."""

    variables: tuple[str, ...]
    check: Callable[[Any], str]
    default: str | None = None


class Found(NamedTuple):
    """The value of a setting, None where there is none, and where it comes from."""

    value: str | None
    source: str


def _check_key(key: Any) -> str:
    if not str(key).strip():
        raise ConfigurationError("the key is empty")
    return check_key(key)


def _check_model(model: Any) -> str:
    name = str(model).strip()
    if not name:
        raise ConfigurationError("model must not be empty")
    return name


SETTINGS: Final = {
    "key": Setting(("APERTIS_API_KEY",), _check_key),
    "base_url": Setting(("APERTIS_BASE_URL", "APERTIS_API_BASE"), check_base_url, BASE_URL),
    "model": Setting(("APERTIS_MODEL",), _check_model),
}


def find(name: str) -> Found:
    """Return the value of a setting, and where it comes from.

    Raises:
        ConfigurationError: The value is invalid, or what is kept cannot be read.
    """
    setting = SETTINGS[name]
    given = click.get_current_context().meta.get(GIVEN, {})
    if name in given:
        return Found(setting.check(given[name]), "option")
    for variable in setting.variables:
        if os.environ.get(variable, "").strip():
            value = os.environ[variable]
            if name == "base_url":
                return Found(check_base_url(value, variable), f"${variable}")
            return Found(setting.check(value), f"${variable}")
    kept = store.kept(name)
    if kept is not None:
        return Found(setting.check(kept.value), kept.place)
    return Found(setting.default, "default" if setting.default else "nowhere")


def client_settings(*, needs_key: bool = True) -> dict[str, Any]:
    """Return what a client is constructed with, which sends nothing without a key.

    Raises:
        ConfigurationError: There is no key, or a value is invalid.
    """
    key = find("key").value
    if key is None and needs_key:
        raise ConfigurationError(f"there is no key: {KEY_ADVICE}")
    given = click.get_current_context().meta.get(GIVEN, {})
    others = {name: given[name] for name in ("timeout", "max_retries") if name in given}
    return {"api_key": key or "none", "base_url": find("base_url").value, **others}


def required_model() -> str:
    """Return the model to use.

    Raises:
        ConfigurationError: There is none.
    """
    model = find("model").value
    if model is None:
        raise ConfigurationError(
            "there is no model: name one with -m, or keep one with `apertis config set model NAME`"
            "; `apertis models` lists them"
        )
    return model
