"""Read an answer as events: structured output, while it is written and when it is complete."""

from pydantic import BaseModel

from apertis import Apertis


class City(BaseModel):
    """A city."""

    name: str
    country: str
    languages: list[str]
    famous_for: str


client = Apertis()

with client.chat.completions.stream(
    model="gpt-4.1-mini",
    messages=[{"role": "user", "content": "Tell me about Paris, the capital of France."}],
    response_format=City,
    max_tokens=300,
    temperature=0,
    presence_penalty=1.5,
) as stream:
    print("While it is written:")
    shown = 0
    for event in stream:
        if event.type == "content.delta" and event.parsed:
            # What the text says so far. A member is whole once the next one has begun.
            for name in list(event.parsed)[shown:-1]:
                print(f"  {name}: {event.parsed[name]} ({len(event.snapshot)} characters so far)")
                shown += 1
        elif event.type == "content.done":
            print("In the end:")
            print(f"  {event.parsed!r} ({len(event.content)} characters)")

print("Finish reason:", stream.get_final_completion().choices[0].finish_reason)
