"""Which call has which connection: decisions without I/O, for sync and async.

Each call makes a `Lease` and passes it to `enter`, waits for `Lease.granted` if that is not None,
and passes it to `leave` whatever happened in between. The connection of a lease is one that was
idle, or None if one is to be opened. The caller closes what a method returns.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

__all__ = ["Lease", "Pool"]

C = TypeVar("C")

_LIMIT = 1000  # models are slow, so many calls wait for their responses
_KEPT = 100
_IDLE_SECONDS = 60.0


class Lease(Generic[C]):
    """The right of one call to a connection.

    Attributes:
        origin: The server that the connection leads to.
        connection: The connection; None while there is none, and after the end.
        granted: An event that is set when the call need not wait any more; None if it never had to.
        revoked: Whether the call is to end. Whoever opens a connection checks this afterwards.
    """

    __slots__ = ("connection", "granted", "origin", "revoked")

    def __init__(self, origin: Hashable) -> None:
        self.origin = origin
        self.connection: C | None = None
        self.granted: Any = None
        self.revoked = False


class Pool(Generic[C]):
    """The open connections: those held by leases, and those that are idle.

    The work of a call does not grow with their number.

    Args:
        event: Makes an event for a lease that has to wait.
        limit: How many connections there may be at once.
        kept: How many of them may be idle.
        now: Returns the seconds of a monotonic clock.
    """

    def __init__(
        self,
        event: Callable[[], Any],
        *,
        limit: int = _LIMIT,
        kept: int = _KEPT,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._event = event
        self._limit = limit
        self._kept = kept
        self._now = now
        self._held: set[Lease[C]] = set()
        self._waiting: OrderedDict[Lease[C], None] = OrderedDict()  # in the order of arrival
        self._idle: dict[Hashable, OrderedDict[C, None]] = {}  # by origin; last used is last
        self._since: OrderedDict[C, tuple[float, Hashable]] = OrderedDict()  # last used is last
        self._abandoned: deque[Lease[C]] = deque()
        self._is_closed = False
        self._lock = threading.Lock()

    def enter(self, lease: Lease[C]) -> list[C]:
        """Grant a lease, or put it last in the queue; a closed pool revokes it."""
        with self._lock:
            if self._is_closed:
                lease.revoked = True
                return []
            gone: list[C] = []
            while self._abandoned:
                gone += self._ended(self._abandoned.popleft(), reusable=False)
            if len(self._held) < self._limit:
                self._grant(lease)
            else:
                lease.granted = self._event()
                self._waiting[lease] = None
            return gone + self._surplus()

    def replace(self, lease: Lease[C]) -> None:
        """Give a lease another connection, after the one that it had turned out to be unusable."""
        with self._lock:
            lease.connection = self._taken(lease.origin) if lease in self._held else None

    def leave(self, lease: Lease[C], *, reusable: bool) -> list[C]:
        """End a lease, granted or not, and grant the next; ignore one that has ended."""
        with self._lock:
            return self._ended(lease, reusable=reusable) + self._surplus()

    def abandon(self, lease: Lease[C]) -> None:
        """Have the next call end a lease; this may be called anywhere, as in `__del__`."""
        self._abandoned.append(lease)

    def revoke(self, lease: Lease[C], end: Callable[[C], object]) -> None:
        """Revoke a lease, and end its connection unless another call has that by now."""
        lease.revoked = True
        with self._lock:
            if lease.connection is not None:
                end(lease.connection)

    def close(self) -> list[C]:
        """Revoke all leases and return all connections; nothing is granted or kept any more."""
        with self._lock:
            self._is_closed = True
            gone = list(self._since)
            self._since.clear()
            self._idle.clear()
            for lease in self._held:
                lease.revoked = True
                if lease.connection is not None:
                    gone.append(lease.connection)
            for lease in self._waiting:
                lease.revoked = True
                lease.granted.set()
            self._waiting.clear()
            return gone

    def _ended(self, lease: Lease[C], *, reusable: bool) -> list[C]:
        if lease not in self._held:
            self._waiting.pop(lease, None)
            return []
        self._held.remove(lease)
        connection, lease.connection = lease.connection, None
        gone: list[C] = []
        if connection is not None:
            if reusable and not lease.revoked and not self._is_closed:
                self._keep(connection, lease.origin)
            else:
                gone.append(connection)
        if self._waiting:
            following, _ = self._waiting.popitem(last=False)
            self._grant(following)
            following.granted.set()
        return gone

    def _grant(self, lease: Lease[C]) -> None:
        self._held.add(lease)
        lease.connection = self._taken(lease.origin)

    def _keep(self, connection: C, origin: Hashable) -> None:
        self._idle.setdefault(origin, OrderedDict())[connection] = None
        self._since[connection] = (self._now(), origin)

    def _taken(self, origin: Hashable) -> C | None:
        """Take the idle connection that was used last, the least likely to have been closed."""
        idle = self._idle.get(origin)
        if not idle:
            return None
        connection = next(reversed(idle))
        if self._is_old(connection):
            return None
        self._forget(connection)
        return connection

    def _surplus(self) -> list[C]:
        """Take the idle connections that are too old or too many, the oldest first."""
        gone: list[C] = []
        while self._since:
            oldest = next(iter(self._since))
            count = len(self._since)
            is_one_too_many = count > self._kept or count + len(self._held) > self._limit
            if not is_one_too_many and not self._is_old(oldest):
                break
            self._forget(oldest)
            gone.append(oldest)
        return gone

    def _is_old(self, connection: C) -> bool:
        return self._now() - self._since[connection][0] > _IDLE_SECONDS

    def _forget(self, connection: C) -> None:
        _, origin = self._since.pop(connection)
        idle = self._idle[origin]
        del idle[connection]
        if not idle:
            del self._idle[origin]
