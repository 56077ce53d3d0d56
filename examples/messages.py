"""Ask in the form of Anthropic's Messages API: an answer, its events, and tools."""

from typing import Literal

from apertis import Apertis, tool


@tool
def get_weather(city: Literal["London", "Paris", "Rome"]) -> str:
    """Tell the weather in a city.

    Args:
        city: The city.
    """
    temperatures = {"London": 14, "Paris": 21, "Rome": 27}
    return f"It is sunny in {city}, {temperatures[city]} degrees Celsius."


client = Apertis()

message = client.messages.create(
    model="claude-haiku-4.5",
    max_tokens=100,
    messages=[{"role": "user", "content": "What is the capital of France?"}],
)
for block in message.content:
    if block.type == "text":
        print(block.text)
print("Stop reason:", message.stop_reason)

print("\nThe events of another answer:")
for event in client.messages.create(
    model="claude-haiku-4.5",
    max_tokens=20,
    messages=[{"role": "user", "content": "Name a river in Italy."}],
    stream=True,
):
    if event.type == "content_block_delta" and event.delta.type == "text_delta":
        print(repr(event.delta.text), end=" ")
    elif event.type == "message_delta":
        print("and then", event.delta.stop_reason)

print("\nWith tools, as it is written:")
run = client.messages.run_tools(
    model="claude-haiku-4.5",
    max_tokens=100,
    messages=[{"role": "user", "content": "What is the weather in Paris?"}],
    tools=[get_weather],
    stream=True,
)
for turn in run:
    for step in turn.stream:
        if step.type == "text":
            print(step.text, end="", flush=True)
        elif step.type == "content_block_stop" and step.content_block.type == "tool_use":
            print(f"The model calls {step.content_block.name} with {step.content_block.input}")
print()
