"""Which call has which connection: decisions without I/O, for sync and async.

Each call makes a `Lease` and passes it to `enter`, waits for `Lease.granted` if that is not None,
and passes it to `leave` whatever happened in between. The connection of a lease is one that was
idle, or None if one is to be opened. The caller closes what a method returns.

An exception of a signal handler can come between any two steps of a method. So each step leaves a
state that is right: a connection is taken from where it was before it is put elsewhere (one that is
lost in between is closed by the garbage collector), and `_settle` does what was left undone.
"""

from __future__ import annotations

import threading
import time
import weakref
from collections import OrderedDict, deque
from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

__all__ = ["Lease", "Pool"]

C = TypeVar("C")

_LIMIT = 1000  # models are slow, so many calls wait for their responses
_KEPT = 250  # a process may have 1,024 files open, by default
_IDLE_SECONDS = 60.0


class Lease(Generic[C]):
    """The right of one call to a connection.

    Attributes:
        origin: The server that the connection leads to.
        connection: The connection; None while there is none, and after the end.
        granted: An event that is set when the call need not wait any more; None if it never had to.
        holder: The reference of `Pool.hold`.
        revoked: Whether the call is to end. Whoever opens a connection checks this afterwards.
    """

    __slots__ = ("connection", "granted", "holder", "origin", "revoked")

    def __init__(self, origin: Hashable) -> None:
        self.origin = origin
        self.connection: C | None = None
        self.granted: Any = None
        self.holder: _Reference[C] | None = None
        self.revoked = False


class _Reference(weakref.ref[Any], Generic[C]):
    """A weak reference to whatever holds a lease."""

    lease: Lease[C]


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
        # Since when, and where to; the last used is last. Nearly all lead to one origin.
        self._idle: OrderedDict[C, tuple[float, Hashable]] = OrderedDict()
        self._gone: deque[C] = deque()  # to be closed
        self._abandoned: deque[_Reference[C]] = deque()
        self._is_closed = False
        self._lock = threading.Lock()

    def enter(self, lease: Lease[C]) -> list[C]:
        """Grant a lease, or put it last in the queue; a closed pool revokes it.

        Whatever this raises, the lease has to be passed to `leave`.
        """
        with self._lock:
            if self._is_closed:
                lease.revoked = True
                return []
            self._settle()
            if len(self._held) < self._limit:
                self._held.add(lease)
                self._take(lease)
            else:
                lease.granted = self._event()
                self._waiting[lease] = None
            return self._surplus()

    def replace(self, lease: Lease[C]) -> None:
        """Give a lease another connection, after the one that it had turned out to be unusable."""
        with self._lock:
            lease.connection = None
            if lease in self._held:
                self._take(lease)

    def leave(self, lease: Lease[C], *, reusable: bool) -> list[C]:
        """End a lease, granted or not, and grant the next; ignore one that has ended."""
        try:
            with self._lock:
                self._end(lease, reusable=reusable)
                return self._surplus()
        except BaseException:
            with self._lock:  # once more, for those who wait
                self._end(lease, reusable=False)
            raise

    def hold(self, lease: Lease[C], holder: object) -> None:
        """Have the next call end a lease whose holder was forgotten; call this before `enter`."""
        # No code of Python runs when it is forgotten, so no lock is taken, and no exception of a
        # signal handler can get lost there, as in a `__del__`.
        reference: _Reference[C] = _Reference(holder, self._abandoned.append)
        reference.lease = lease
        lease.holder = reference

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
            for lease in self._held | set(self._waiting):
                lease.revoked = True
                if lease.granted is not None:
                    lease.granted.set()
            gone = [*self._gone, *self._idle]
            for lease in self._held:
                if lease.connection is not None:
                    # In a comprehension, Python 3.13 can leave the lock taken if interrupted.
                    gone.append(lease.connection)  # noqa: PERF401
            self._waiting.clear()
            self._idle.clear()
            self._gone.clear()
            return gone

    def _end(self, lease: Lease[C], *, reusable: bool) -> None:
        self._waiting.pop(lease, None)
        connection, lease.connection = lease.connection, None
        if connection is not None:
            if reusable and not lease.revoked and not self._is_closed:
                self._idle[connection] = (self._now(), lease.origin)
            else:
                self._gone.append(connection)
        self._held.discard(lease)
        lease.holder = None
        self._settle()

    def _settle(self) -> None:
        """End what was abandoned, and grant what is free to those who wait."""
        while self._abandoned:
            lease = self._abandoned[0].lease
            if lease.connection is not None:
                self._gone.append(lease.connection)
                lease.connection = None
            self._waiting.pop(lease, None)
            self._held.discard(lease)
            lease.holder = None
            self._abandoned.popleft()
        while self._waiting:
            following = next(iter(self._waiting))
            if following not in self._held:
                if len(self._held) >= self._limit:
                    break
                self._held.add(following)
            if following.connection is None:
                self._take(following)
            following.granted.set()
            del self._waiting[following]

    def _take(self, lease: Lease[C]) -> None:
        """Give a lease the idle connection that was used last, the least likely to be closed."""
        for connection, (since, origin) in reversed(self._idle.items()):
            if origin == lease.origin:
                if not self._is_old(since):
                    del self._idle[connection]
                    lease.connection = connection
                return

    def _surplus(self) -> list[C]:
        """Return what is to be closed, and the idle connections that are too old or too many."""
        while self._idle:
            count = len(self._idle)
            is_one_too_many = count > self._kept or count + len(self._held) > self._limit
            connection, (since, _) = next(iter(self._idle.items()))
            if not is_one_too_many and not self._is_old(since):
                break
            del self._idle[connection]
            self._gone.append(connection)
        gone: list[C] = []
        while self._gone:
            gone.append(self._gone.popleft())
        return gone

    def _is_old(self, since: float) -> bool:
        return self._now() - since > _IDLE_SECONDS
