"""The command ``apertis ask``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from apertis_client.api.chat.create_chat_completion import OPERATION

from .._client import Apertis
from ..bulk.costs import read_usage
from ..resources.chat import Completions
from .attachments import attachment
from .options import client_options, model_option
from .output import print_json, print_text
from .parameters import parameter_option
from .reasoning import reasoning
from .schema import JSONSchema, check_answer, response_format
from .screen import FileScreen
from .settings import client_settings, required_model
from .tools import Approval, ToolFunction

if TYPE_CHECKING:
    from apertis_client.models import ChatCompletion

__all__ = ["command"]


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
    multiple=True,
    help="An image, a recording, text, ...; - is standard input.",
)
@parameter_option(
    OPERATION, Completions.create, "model", "messages", "stream", "tools", "response_format"
)
@click.option("--schema", type=JSONSchema(), help="Answer in JSON: a file, or name:str, age:int.")
@click.option(
    "-T", "--tool", "tools", type=ToolFunction(), multiple=True, help="What the model may call."
)
@click.option("-y", "--yes", is_flag=True, help="Allow the calls of tools without asking.")
@click.option("-x", "--extract", is_flag=True, help="Print only the first block of code.")
@click.option("--json", "is_json", is_flag=True, help="Print the whole answer as JSON.")
@click.option("--usage", is_flag=True, help="Say on standard error what it took.")
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
) -> None:
    """Ask a question, and print the answer.

    Standard input is put before PROMPT. The answer goes to standard output as it comes, and what
    the model thinks to standard error.
    """
    arguments: dict[str, Any] = {
        **dict(params),
        "model": required_model(),
        "messages": [
            *([{"role": "system", "content": system}] if system else []),
            {"role": "user", "content": _content(" ".join(prompt), attachments)},
        ],
        "response_format": response_format(schema),
    }
    is_live = not (is_json or extract or schema) and arguments.get("n") in (None, 1)
    if is_live and usage:
        arguments.setdefault("stream_options", {"include_usage": True})
    with Apertis(**client_settings()) as client:
        answer = _answer(client, arguments, tools, Approval(is_given=yes), is_live=is_live)
    if not is_live:
        _print(answer, schema, is_json=is_json, extract=extract)
    if usage:
        _say_usage(answer)


def _content(prompt: str, attachments: Sequence[str]) -> Any:
    """Return the content of the question."""
    texts = [prompt]
    if "-" not in attachments and sys.stdin and not sys.stdin.isatty():
        try:
            texts.insert(0, sys.stdin.buffer.read().decode())
        except UnicodeDecodeError:
            raise click.UsageError("Standard input is no text; -a - attaches it.") from None
    text = "\n\n".join(each for each in texts if each.strip())
    parts = [attachment(each) for each in attachments]
    if not text and not parts:
        raise click.UsageError("What is to be asked?")
    if not parts:
        return text
    return [*parts, {"type": "text", "text": text}] if text else parts


def _answer(
    client: Apertis,
    arguments: dict[str, Any],
    tools: Sequence[Callable[..., Any]],
    approve: Approval,
    *,
    is_live: bool,
) -> ChatCompletion:
    """Return the last answer, after the calls of tools; show all of them meanwhile if `is_live`."""
    completions: Any = client.chat.completions
    if not tools:
        answer: Any = completions.create(**arguments, stream=is_live)
        return _show(answer) if is_live else answer
    answer = None
    with completions.run_tools(**arguments, tools=tools, stream=is_live) as run:
        for turn in run:
            answer = _show(turn.stream) if is_live else turn.answer
            for call in turn.get_calls() if is_live else turn.calls:
                approve(call)
    return answer  # type: ignore[no-any-return]


def _show(stream: Any) -> ChatCompletion:
    """Show an answer as it comes, and return it."""
    with stream, FileScreen().answer() as shown:
        for each in stream:
            chunk = getattr(each, "chunk", each)  # of an event, or the chunk itself
            for choice in getattr(chunk, "choices", [])[:1]:
                shown.reasoning(reasoning(choice.delta))
                shown.text(choice.delta.content or choice.delta.refusal or "")
        return stream.get_final_completion()  # type: ignore[no-any-return]


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


def _say_usage(answer: ChatCompletion) -> None:
    used = read_usage(answer.usage)
    click.echo(
        f"{answer.model}: {used.input_tokens:,} tokens in ({used.cached_tokens:,} cached),"
        f" {used.output_tokens:,} out ({used.reasoning_tokens:,} reasoning)",
        err=True,
    )
