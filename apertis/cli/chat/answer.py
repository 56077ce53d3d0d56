"""One question and its answer, with the tools that the model calls for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, Final, Protocol

from ..._conversation.turns import check_results, select_last_turns
from ..._errors.tree import ApertisError
from ...bulk.costs import Usage, read_usage
from ..pieces import ENDS, pieces

if TYPE_CHECKING:
    from apertis_client.models import ChatCompletionMessageParam

    from ..._answers.requested_call import RequestedCall
    from ..._conversation.sync_conversation import Conversation

__all__ = ["Screen", "Shown", "ask"]

_STOPPED: Final = "[stopped by the user]"
_BROKEN: Final = "[cut off]"


class Shown(Protocol):
    """What shows an answer while it comes."""

    def add(self, kind: str, piece: str) -> None:
        """Show a piece, as `pieces` gives it."""


class Screen(Protocol):
    """What shows answers, and notes beside them."""

    def answer(self) -> AbstractContextManager[Shown]:
        """Show an answer."""
        ...

    def note(self, text: str) -> None:
        """Say something that is no part of an answer."""


def ask(
    conversation: Conversation,
    question: ChatCompletionMessageParam,
    screen: Screen,
    *,
    used: Usage,
    tools: Sequence[Callable[..., Any]],
    approve: Callable[[RequestedCall], None],
) -> None:
    """Send a question, show the answer, and add both to the conversation.

    An answer that does not come to its end is added as far as it has come, and says so. If nothing
    has come, nothing is added.

    Args:
        conversation: The conversation.
        question: The message.
        screen: What shows the answer.
        used: What the tokens are added to.
        tools: The functions that the model may call.
        approve: Is called with each call, before it is run; gives those a content that are not
            to be run.

    Raises:
        ApertisError: The call failed.
        KeyboardInterrupt: The user has stopped the answer.
        TypeError, ValueError: The parameters of the conversation cannot be sent.
    """
    check_results(conversation.messages)
    sent = [*conversation.messages, question]
    if conversation.keep_last is not None:
        sent = select_last_turns(sent, conversation.keep_last)
    arguments: dict[str, Any] = {
        "stream_options": {"include_usage": True},
        **conversation.params,
        "model": conversation.model,
        "messages": sent,
        "tools": list(tools),
    }
    come, mark = "", ""
    run: Any = conversation.client.chat.completions.run_tools(**arguments, stream=True)
    try:
        with run:
            for turn in run:
                come = ""  # what the last turn said is among the messages of the run
                with screen.answer() as shown:
                    for kind, piece in pieces(turn.stream):
                        come += piece if kind == "text" else ""
                        shown.add(kind, piece)
                completion = turn.stream.get_final_completion()
                used.add(read_usage(completion.usage))
                if note := ENDS.get(str(completion.choices[0].finish_reason)):
                    screen.note(note)
                for call in turn.get_calls():
                    approve(call)
            come = ""
    except KeyboardInterrupt:
        mark = _STOPPED
        raise
    except ApertisError:
        mark = _BROKEN
        raise
    finally:
        new = run.messages[len(sent) :]
        if come:
            new.append({"role": "assistant", "content": f"{come}\n\n{mark}"})
        if new:
            conversation.messages += [question, *new]
