"""Bulk runs on many machines, by Ray Data (``apertis[ray]``).

May import everything but `cli`. Start reading at `processor.ChatProcessor`.
"""

from .processor import ChatProcessor as ChatProcessor

__all__ = ["ChatProcessor"]
