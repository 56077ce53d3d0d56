"""Imports what the calls of a client need, so that no call imports anything.

A client calls this when it is made; its backend imports the modules that send. If a process
forked while another of its threads was importing a module in a first call, the child would wait for
the lock of that module for ever.
"""

from __future__ import annotations

import importlib

__all__ = ["preload"]

_MODULES = (
    "encodings.idna",
    "encodings.utf_8_sig",
    "apertis.resources.chat",
    "apertis.resources.models",
    "apertis.resources.chat_views",
    "apertis.resources.models_views",
)


def preload() -> None:
    """Import the modules of all calls."""
    for name in _MODULES:
        importlib.import_module(name)
