"""Ask in the form of OpenAI's Responses API: an answer, its events, and the next question."""

from apertis import Apertis

client = Apertis()

response = client.responses.create(
    model="gpt-4.1-mini",
    instructions="Answer in one sentence.",
    input="What is the capital of France?",
    max_output_tokens=50,
)
print(response.output_text)

# The output of an answer can be sent back, with another question.
print("\nWhat the model says next, as it is written:")
with client.responses.stream(
    model="gpt-4.1-mini",
    input=[
        {"role": "user", "content": "What is the capital of France?"},
        *response.output,
        {"role": "user", "content": "And that of Italy?"},
    ],
    max_output_tokens=50,
) as stream:
    for event in stream:
        if event.type == "response.output_text.delta":
            print(event.delta, end="", flush=True)
        elif event.type == "response.completed":
            print(f"\n{event.response.usage.total_tokens} tokens in all")
