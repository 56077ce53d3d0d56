"""`apertis._transport.pool`: which call has which connection, by a clock that the tests set."""

from __future__ import annotations

import linecache
import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import apertis._transport.pool as pool_module
from apertis._transport.pool import Lease, Pool

HERE, THERE = "https://here", "https://there"


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.time = 1000.0
        self.asked = 0

    def __call__(self) -> float:
        self.asked += 1
        return self.time


class Event:
    """What a call waits for."""

    def __init__(self) -> None:
        self.is_set = False

    def set(self) -> None:
        self.is_set = True


class Holder:
    """What a call holds its lease by."""


Leased = Lease[str]


def pool_of(clock: Callable[[], float] | None = None, **bounds: Any) -> Pool[str]:
    return Pool(Event, now=clock or Clock(), **bounds)


def entered(pool: Pool[str], origin: str = HERE, *, surplus: list[str] | None = None) -> Leased:
    lease = Leased(origin)
    assert pool.enter(lease) == (surplus or [])
    return lease


def opened(pool: Pool[str], name: str, origin: str = HERE) -> Leased:
    """Return a lease that had to open a connection."""
    lease = entered(pool, origin)
    assert lease.connection is None
    lease.connection = name
    return lease


def waits(lease: Leased) -> bool:
    return lease.granted is not None and not lease.granted.is_set


def idle(pool: Pool[str], *names: str, origin: str = HERE) -> None:
    """Have connections wait for another call, the last of them used last."""
    for lease in [opened(pool, name, origin) for name in names]:
        assert pool.leave(lease, reusable=True) == []


def test_what_was_used_last_is_taken_first() -> None:
    """A call takes the idle connection that was used last."""
    pool = pool_of()
    idle(pool, "a", "b", "c")

    assert [entered(pool).connection for _ in range(4)] == ["c", "b", "a", None]


def test_connections_lead_to_one_place() -> None:
    """A call takes no connection that leads elsewhere."""
    pool = pool_of()
    idle(pool, "b", origin=THERE)
    idle(pool, "a", "c")

    assert entered(pool, THERE).connection == "b"
    assert entered(pool, THERE).connection is None
    assert entered(pool).connection == "c"


def test_dead_connections_are_replaced() -> None:
    """A call whose connection turned out to be dead gets the one that was used before it."""
    pool = pool_of()
    idle(pool, "a", "b")
    lease = entered(pool)
    found = [lease.connection]
    for _ in range(2):
        pool.replace(lease)
        found.append(lease.connection)

    assert found == ["b", "a", None]


def test_what_cannot_be_reused_is_closed() -> None:
    """A connection that is in the middle of something is not kept."""
    pool = pool_of()

    assert pool.leave(opened(pool, "a"), reusable=False) == ["a"]
    assert entered(pool).connection is None


def test_a_call_that_never_connected_leaves_nothing() -> None:
    """A call that failed to connect leaves no connection."""
    pool = pool_of()

    assert pool.leave(entered(pool), reusable=False) == []
    assert entered(pool).connection is None


@pytest.mark.parametrize("seconds", [0, 59, 60])
def test_idle_for_a_minute(seconds: float) -> None:
    """A connection that was idle for a minute is still used."""
    clock = Clock()
    pool = pool_of(clock)
    idle(pool, "a")
    clock.time += seconds

    assert entered(pool).connection == "a"


def test_idle_for_more_than_a_minute() -> None:
    """Connections that were idle for longer are closed by the next call, wherever they lead."""
    clock = Clock()
    pool = pool_of(clock)
    idle(pool, "a", "b")
    idle(pool, "c", origin=THERE)
    clock.time += 61
    lease = entered(pool, surplus=["a", "b", "c"])

    assert lease.connection is None


def test_the_oldest_are_closed_while_the_last_is_used() -> None:
    """Using one connection again and again does not keep those that nobody needs."""
    clock = Clock()
    pool = pool_of(clock)
    idle(pool, "a", "b")
    for _ in range(2):
        clock.time += 40
        lease = Leased(HERE)
        closed = pool.enter(lease)
        assert lease.connection == "b"
        pool.leave(lease, reusable=True)

    assert closed == ["a"]


def test_idle_connections_are_limited() -> None:
    """Where too many connections are idle, the one that was used longest ago is closed."""
    pool = pool_of(kept=2)
    leases = [opened(pool, name) for name in "abcd"]

    assert [pool.leave(lease, reusable=True) for lease in leases] == [[], [], ["a"], ["b"]]


def test_calls_that_wait_are_served_in_order() -> None:
    """Beyond the limit calls wait, and go on in the order in which they came."""
    pool = pool_of(limit=2)
    first, second = opened(pool, "a"), opened(pool, "b")
    queue = [entered(pool) for _ in range(3)]
    assert [waits(lease) for lease in queue] == [True, True, True]

    pool.leave(second, reusable=True)
    assert [waits(lease) for lease in queue] == [False, True, True]
    assert queue[0].connection == "b"
    pool.leave(first, reusable=False)
    assert [waits(lease) for lease in queue] == [False, False, True]
    assert queue[1].connection is None


def test_a_call_that_gave_up_waiting_is_passed_over() -> None:
    """What is free goes to the next where the first does not wait any more."""
    pool = pool_of(limit=1)
    holder = opened(pool, "a")
    gone, next_ = entered(pool), entered(pool)
    pool.leave(gone, reusable=False)
    pool.leave(holder, reusable=True)

    assert not gone.granted.is_set
    assert next_.granted.is_set
    assert next_.connection == "a"


def test_a_call_that_gave_up_when_it_was_its_turn_passes_it_on() -> None:
    """A call that gives up just when it is granted a connection leaves that to the next."""
    pool = pool_of(limit=1)
    holder = opened(pool, "a")
    gone, next_ = entered(pool), entered(pool)
    pool.leave(holder, reusable=True)
    assert gone.connection == "a"
    pool.leave(gone, reusable=True)

    assert next_.granted.is_set
    assert next_.connection == "a"


def test_leaving_twice() -> None:
    """A call that ends twice gives up its place once."""
    pool = pool_of(limit=1)
    first = opened(pool, "a")
    for _ in range(2):
        assert pool.leave(first, reusable=True) == []
    second = entered(pool)
    assert pool.leave(first, reusable=False) == []
    third = entered(pool)

    assert second.connection == "a"
    assert waits(third)


def test_a_call_that_was_forgotten() -> None:
    """A call whose response was forgotten is ended by the next, which gets a connection."""
    pool = pool_of(limit=1)
    lease = Leased(HERE)
    holder = Holder()
    pool.hold(lease, holder)
    pool.enter(lease)
    lease.connection = "a"
    del holder
    lease = entered(pool, surplus=["a"])

    assert not waits(lease)
    assert waits(entered(pool))


def test_idle_connections_count() -> None:
    """An idle connection to another place is closed where the limit would be passed otherwise."""
    pool = pool_of(limit=2)
    idle(pool, "a", "b")

    entered(pool, THERE, surplus=["a"])
    entered(pool, THERE, surplus=["b"])


def test_a_call_that_waits_for_another_place() -> None:
    """A connection that was given back is closed where the next call needs one elsewhere."""
    pool = pool_of(limit=1)
    holder = opened(pool, "a")
    waiting = entered(pool, THERE)

    assert pool.leave(holder, reusable=True) == ["a"]
    assert waiting.granted.is_set
    assert waiting.connection is None


def test_revoking_ends_the_connection_of_the_call() -> None:
    """A call that is told to end has its connection ended, which nobody uses any more."""
    pool = pool_of()
    ended: list[str] = []
    lease = opened(pool, "a")
    pool.revoke(lease, ended.append)

    assert ended == ["a"]
    assert lease.revoked
    assert pool.leave(lease, reusable=True) == ["a"]


def test_revoking_a_call_that_has_ended() -> None:
    """A call that has ended has no connection that could be ended, even where it was reused."""
    pool = pool_of()
    ended: list[str] = []
    first = opened(pool, "a")
    pool.leave(first, reusable=True)
    pool.revoke(first, ended.append)
    second = entered(pool)
    pool.revoke(first, ended.append)

    assert second.connection == "a"
    assert not second.revoked
    assert ended == []


def test_revoking_a_call_that_connects() -> None:
    """A call that has no connection yet knows that it was told to end."""
    pool = pool_of()
    ended: list[str] = []
    lease = entered(pool)
    pool.revoke(lease, ended.append)

    assert lease.revoked
    assert ended == []


def test_closing() -> None:
    """A pool that is closed gives all its connections, and tells all calls to end."""
    pool = pool_of()
    idle(pool, "a")
    holder, connecting = opened(pool, "b", THERE), entered(pool, THERE)

    assert pool.close() == ["a", "b"]
    assert holder.revoked
    assert connecting.revoked


def test_waiting_for_a_pool_that_is_closed() -> None:
    """A call that waits when a pool is closed waits no longer, and has no connection."""
    pool = pool_of(limit=1)
    opened(pool, "a")
    waiting = entered(pool)

    assert pool.close() == ["a"]
    assert waiting.granted.is_set
    assert waiting.revoked
    assert waiting.connection is None


def test_after_closing() -> None:
    """What is given back after the end is closed, and no call goes on from there."""
    pool = pool_of()
    holder = opened(pool, "a")
    pool.close()

    assert pool.leave(holder, reusable=True) == ["a"]
    assert entered(pool).revoked


def test_the_work_of_a_call_does_not_grow() -> None:
    """A call asks as little where 500 connections are idle or held as where there are 5."""

    def asked(count: int) -> int:
        clock = Clock()
        pool = pool_of(clock, kept=1000)
        idle(pool, *map(str, range(count)))
        for number in range(count):
            opened(pool, f"held {number}", THERE)
        clock.asked = 0
        pool.leave(entered(pool), reusable=True)
        return clock.asked

    assert asked(500) == asked(5)


class Model:
    """What a pool does, as simply as it can be said: lists that are searched from end to end."""

    def __init__(self, limit: int, kept: int) -> None:
        self.limit, self.kept = limit, kept
        self.held: dict[Leased, str | None] = {}
        self.waiting: list[Leased] = []
        self.idle: list[tuple[str, str, float]] = []  # the last used is last

    def enter(self, lease: Leased, now: float) -> list[str]:
        self.waiting.append(lease)
        return self._settle(now)

    def leave(self, lease: Leased, now: float, *, reusable: bool) -> list[str]:
        connection = self.held.pop(lease, None)
        self.waiting = [other for other in self.waiting if other is not lease]
        closed = [connection] if connection and not reusable else []
        if connection and reusable:
            self.idle.append((connection, str(lease.origin), now))
        return closed + self._settle(now)

    def _settle(self, now: float) -> list[str]:
        while self.waiting and len(self.held) < self.limit:
            lease = self.waiting.pop(0)
            fits = [i for i in self.idle if i[1] == lease.origin][-1:]
            self.held[lease] = None
            if fits and now - fits[0][2] <= 60:
                self.idle.remove(fits[0])
                self.held[lease] = fits[0][0]
        room = min(self.kept, self.limit - len(self.held))
        closed: list[str] = []
        while self.idle and (len(self.idle) > room or now - self.idle[0][2] > 60):
            closed.append(self.idle.pop(0)[0])
        return closed


MOVES = st.lists(
    st.tuples(st.sampled_from(["enter", "leave", "break", "forget", "wait"]), st.integers(0, 30)),
    max_size=80,
)


@given(moves=MOVES, limit=st.integers(1, 4), kept=st.integers(0, 3))
def test_a_pool_does_what_its_model_does(
    moves: list[tuple[str, int]], limit: int, kept: int
) -> None:
    """Whatever calls do, the pool grants, keeps and closes what a simple model does."""
    clock = Clock()
    pool, model = pool_of(clock, limit=limit, kept=kept), Model(limit, kept)
    names = _names()
    leases: list[tuple[Leased, Holder]] = []
    for move, number in moves:
        closed: list[str] = []
        expected: list[str] = []
        if move == "enter":
            lease, holder = Leased([HERE, THERE][number % 2]), Holder()
            pool.hold(lease, holder)
            leases.append((lease, holder))
            closed, expected = pool.enter(lease), model.enter(lease, clock.time)
        elif move == "wait":
            clock.time += number
        elif leases:
            lease, holder = leases.pop(number % len(leases))
            reusable = move == "leave"
            if move == "forget":
                del holder
                closed = pool.leave(Leased(HERE), reusable=False)  # whatever comes next ends it
            else:
                closed = pool.leave(lease, reusable=reusable)
            expected = model.leave(lease, clock.time, reusable=reusable)
        assert closed == expected
        for lease in [pair[0] for pair in leases]:  # no name stays with a holder
            assert waits(lease) == (lease in model.waiting)
            if lease in model.held:
                assert lease.connection == model.held[lease]
                lease.connection = model.held[lease] = lease.connection or next(names)
    held = [connection for connection in model.held.values() if connection]
    assert sorted(pool.close()) == sorted(held + [connection for connection, *_ in model.idle])


class Stop(BaseException):
    """What a signal handler raises."""


def interrupted_at(number: int, call: Callable[[], object]) -> bool:
    """Call a function and raise `Stop` at a line of the pool, the first being 0.

    Returns:
        Whether there is such a line. Those with a lock do not count: no signal is handled there.
    """
    count = -1

    def at_line(frame: FrameType, event: str, _: object) -> Any:
        nonlocal count
        line = linecache.getline(pool_module.__file__, frame.f_lineno)
        if event == "line" and "with self._lock" not in line:
            count += 1
            if count == number:
                sys.settrace(None)
                raise Stop
        return at_line

    def at_call(frame: FrameType, *_: object) -> Any:
        return at_line if frame.f_code.co_filename == pool_module.__file__ else None

    before = sys.gettrace()
    sys.settrace(at_call)
    try:
        call()
    except Stop:
        return True
    finally:
        sys.settrace(before)
    return False


@pytest.mark.parametrize("crowded", [False, True], ids=["alone", "others wait"])
@pytest.mark.parametrize("method", ["enter", "leave", "replace", "forget", "close"])
def test_an_interruption_at_any_line(method: str, *, crowded: bool) -> None:
    """Wherever a signal handler raises, all places are free again, and nobody waits for ever."""
    number = 0
    while _interrupted(method, number, crowded=crowded):
        number += 1

    assert number > 3


def _interrupted(method: str, number: int, *, crowded: bool) -> bool:
    """Interrupt a method at a line, check the pool, and return whether there is such a line."""
    pool = pool_of(limit=2)
    idle(pool, "a", "b")
    lease, forgotten, holder = Leased(HERE), Leased(HERE), Holder()
    pool.hold(forgotten, holder)
    pool.enter(forgotten)
    if method != "enter":
        pool.enter(lease)
    waiting = [entered(pool, surplus=[])] if crowded and method != "enter" else []
    if method == "forget" or (method == "enter" and crowded):
        del holder
    calls: dict[str, Callable[[], object]] = {
        "enter": lambda: pool.enter(lease),
        "leave": lambda: pool.leave(lease, reusable=True),
        "replace": lambda: pool.replace(lease),
        "forget": lambda: pool.leave(Leased(HERE), reusable=False),
        "close": pool.close,
    }
    was_hit = interrupted_at(number, calls[method])
    pool.leave(lease, reusable=False)  # as whoever made the call does
    assert not any(waits(other) for other in waiting)
    for other in (*waiting, forgotten):
        pool.leave(other, reusable=True)
    if method == "close":
        pool.close()
        assert entered(pool).revoked
        return was_hit
    fresh = [Leased(HERE), Leased(HERE)]
    for other in fresh:
        pool.enter(other)
    taken = [other.connection for other in fresh if other.connection is not None]
    assert not any(waits(other) for other in fresh)
    assert len(set(taken)) == len(taken)
    return was_hit


def _names() -> Iterator[str]:
    return map(str, range(10**6))
