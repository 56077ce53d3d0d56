"""The logger `apertis`: silent unless it is configured, or `APERTIS_LOG` is set."""

from __future__ import annotations

import logging
import os

__all__ = ["logger"]

logger = logging.getLogger("apertis")


def _set_up(level: str) -> None:
    logger.addHandler(logging.NullHandler())
    if level.strip().lower() in ("debug", "info"):
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
        logger.addHandler(handler)
        logger.setLevel(level.strip().upper())


_set_up(os.environ.get("APERTIS_LOG", ""))
