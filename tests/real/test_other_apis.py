"""`client.messages`, `client.responses` and `client.embeddings`, on a real model."""

from __future__ import annotations

from apertis import Apertis, tool

ASKED = "What is the capital of France?"
CALLED: list[str] = []


@tool
def get_weather(city: str) -> str:
    """Tell the weather in a city.

    Args:
        city: The city.
    """
    CALLED.append(city)
    return f"It is sunny in {city}."


def test_message(client: Apertis) -> None:
    """An answer has text, a reason why it stopped, and what it took."""
    message = client.messages.create(
        model="m", max_tokens=20, messages=[{"role": "user", "content": ASKED}]
    )

    assert [block.type for block in message.content] == ["text"]
    assert message.stop_reason in ("end_turn", "max_tokens")
    assert message.usage.output_tokens > 0


def test_stream_of_a_message(client: Apertis) -> None:
    """The events of a stream add up to its message."""
    with client.messages.stream(
        model="m", max_tokens=20, messages=[{"role": "user", "content": ASKED}]
    ) as stream:
        kinds = [event.type for event in stream]
        text = stream.get_final_text()

    assert (kinds[0], kinds[-1]) == ("message_start", "message_stop")
    assert kinds.count("text") > 1
    assert text


def test_run_of_messages(client: Apertis) -> None:
    """A tool is called with what the model says, and its result goes back."""
    CALLED.clear()
    run = client.messages.run_tools(
        model="m",
        max_tokens=100,
        messages=[{"role": "user", "content": "What is the weather in Paris?"}],
        tools=[get_weather],
        temperature=0,
    )
    final = run.get_final_message()

    assert final.stop_reason == "end_turn"
    assert len(CALLED) == (len(run.messages) - 2) // 2


def test_response(client: Apertis) -> None:
    """A response has text and can be sent back."""
    response = client.responses.create(model="m", max_output_tokens=20, input=ASKED)
    again = client.responses.create(
        model="m",
        max_output_tokens=20,
        input=[*response.output, {"role": "user", "content": "And that of Italy?"}],
    )

    assert response.status == "completed"
    assert response.output_text
    assert again.output_text


def test_stream_of_a_response(client: Apertis) -> None:
    """The events of a stream add up to its response."""
    with client.responses.stream(model="m", max_output_tokens=20, input=ASKED) as stream:
        pieces = list(stream.text_stream)
        final = stream.get_final_response()

    assert len(pieces) > 1
    assert "".join(pieces) == final.output_text


def test_embeddings(client: Apertis) -> None:
    """Each text has a vector, as long as the others."""
    response = client.embeddings.create(model="m", input=["A ship.", "A lighthouse."])
    first, second = response.data

    assert len(first.embedding) == len(second.embedding) > 100
    assert first.embedding != second.embedding
