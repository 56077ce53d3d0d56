"""The command ``apertis ask``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

import click

from .._client import Apertis
from ..bulk.costs import Usage, read_usage
from .attachments import attachment
from .chat.begin import begin, set_system
from .chat.kept import Kept, KeptError, changed_elsewhere
from .failures import complain
from .input import piped_text
from .options import client_options, complete_file, model_option
from .output import print_json, print_text
from .parameters import parameter_option
from .pieces import ENDS, describe, pieces
from .schema import JSONSchema, check_answer, response_format
from .screen import make_screen
from .settings import client_settings
from .tools import Approval, ToolFunction

if TYPE_CHECKING:
    from apertis_client.models import ChatCompletion

    from .._conversation.sync_conversation import Conversation

__all__ = ["command"]

_NAME: Final = "ask"  # of the conversation that the last question has begun


@click.command()
@client_options()
@model_option
@click.argument("prompt", nargs=-1)
@click.option("-s", "--system", help="The system message.")
@click.option(
    "-a",
    "--attach",
    "attachments",
    metavar="FILE",
    shell_complete=complete_file,
    multiple=True,
    help="An image, a recording, text, ...; - is standard input.",
)
@parameter_option("chat.create_chat_completion", "model", "messages")
@click.option(
    "--schema",
    type=JSONSchema(),
    shell_complete=complete_file,
    help="Answer in JSON: a file, or name:str, age:int.",
)
@click.option(
    "-T",
    "--tool",
    "tools",
    type=ToolFunction(),
    shell_complete=complete_file,
    multiple=True,
    help="What the model may call.",
)
@click.option("-y", "--yes", is_flag=True, help="Allow the calls of tools without asking.")
@click.option("-x", "--extract", is_flag=True, help="Print only the first block of code.")
@click.option("--json", "is_json", is_flag=True, help="Print the whole answer as JSON.")
@click.option("--usage", is_flag=True, help="Say on standard error how many tokens it took.")
@click.option("-c", "--continue", "goes_on", is_flag=True, help="Go on with the last conversation.")
def command(
    prompt: Sequence[str],
    *,
    system: str | None,
    attachments: Sequence[str],
    params: Sequence[tuple[str, Any]],
    schema: dict[str, Any] | None,
    tools: Sequence[Callable[..., Any]],
    yes: bool,
    extract: bool,
    is_json: bool,
    usage: bool,
    goes_on: bool,
) -> None:
    """Ask a question, and print the answer.

    Standard input is put before PROMPT. The answer goes to standard output as it comes, and what
    the model thinks to standard error.
    """
    content = _content(" ".join(prompt), attachments)
    arguments: dict[str, Any] = {"stream": True, **dict(params)}
    arguments["stream"] &= not (is_json or extract or schema)
    if schema is not None:
        arguments["response_format"] = response_format(schema)
    if tools:
        arguments["tools"] = tools
    used, kept = Usage(), Kept()
    with Apertis(**client_settings()) as client:
        conversation, name = begin(client, kept, "" if goes_on else None)
        if system is not None:
            set_system(conversation.messages, system)
        conversation.messages.append({"role": "user", "content": content})
        arguments = {**conversation.params, **arguments}
        if not tools and ("tools" in arguments or arguments.get("n") not in (None, 1)):
            arguments["stream"] = False
            answer = _create(conversation, arguments, used)
        else:
            answer = _run(conversation, arguments, used, Approval(is_given=yes))
    for reason in dict.fromkeys(str(choice.finish_reason) for choice in answer.choices):
        if reason in ENDS:
            complain(ENDS[reason])
    if usage:
        click.echo(f"{answer.model or ''}: {describe(used)}", err=True)
    _keep(kept, conversation, name)  # even what does not fit a schema
    if not arguments["stream"]:
        _print(answer, schema, is_json=is_json, extract=extract)


def _content(prompt: str, attachments: Sequence[str]) -> Any:
    """Return the content of the question."""
    piped = "" if "-" in attachments else piped_text("; -a - attaches it")
    texts = [piped, prompt]
    text = "\n\n".join(each for each in texts if each.strip())
    parts = [attachment(each) for each in attachments]
    if not text and not parts:
        raise click.UsageError("There is no question: write it after the command, or pipe it in")
    if not parts:
        return text
    return [*parts, {"type": "text", "text": text}] if text else parts


def _create(conversation: Conversation, arguments: dict[str, Any], used: Usage) -> ChatCompletion:
    """Return the answer to a conversation, of which the first choice becomes a part."""
    create: Any = conversation.client.chat.completions.create
    answer: ChatCompletion = create(
        **arguments, model=conversation.model, messages=conversation.messages
    )
    used.add(read_usage(answer.usage))
    conversation.messages += [choice.message for choice in answer.choices[:1]]
    return answer


def _run(
    conversation: Conversation, arguments: dict[str, Any], used: Usage, approve: Approval
) -> ChatCompletion:
    """Return the last answer, after the calls of tools; show all as they come if streamed."""
    is_streamed = arguments["stream"]
    if is_streamed:
        arguments.setdefault("stream_options", {"include_usage": True})
    arguments |= {"model": conversation.model, "messages": conversation.messages}
    run_tools: Any = conversation.client.chat.completions.run_tools
    answer: Any = None
    with run_tools(**{"tools": (), **arguments}) as run:
        for turn in run:
            answer = _show(turn.stream) if is_streamed else turn.answer
            used.add(read_usage(answer.usage))
            for call in turn.get_calls() if is_streamed else turn.calls:
                approve(call)
    conversation.messages = run.messages
    return answer  # type: ignore[no-any-return]


def _show(stream: Any) -> ChatCompletion:
    """Show an answer as it comes, and return it."""
    with make_screen().answer() as shown:
        for kind, piece in pieces(stream):
            shown.add(kind, piece)
        return stream.get_final_completion()  # type: ignore[no-any-return]


def _keep(kept: Kept, conversation: Conversation, name: str | None) -> None:
    """Keep a conversation in place of the last one, or under the name that it goes on with."""
    try:
        new = kept.save(conversation, name or _NAME, replaces=name is None)
        if name not in (None, new):
            complain(changed_elsewhere(name, new))
    except KeptError as error:  # the answer is there all the same
        complain(str(error))


def _print(
    answer: ChatCompletion, schema: dict[str, Any] | None, *, is_json: bool, extract: bool
) -> None:
    texts = [said.message.content or said.message.refusal or "" for said in answer.choices]
    if is_json:
        print_json(answer)
    elif schema is not None:
        try:
            print_json(check_answer(texts[0], schema))
        except ValueError as error:
            print_text(texts[0])
            raise click.ClickException(str(error)) from error
    elif extract:
        print_text(_first_code(texts[0]))
    else:
        print_text("\n\n".join(texts))


def _first_code(text: str) -> str:
    """Return the first block of code in Markdown; all of the text if there is none."""
    from markdown_it import MarkdownIt

    blocks = [token for token in MarkdownIt().parse(text) if token.type == "fence"]
    return blocks[0].content if blocks else text
