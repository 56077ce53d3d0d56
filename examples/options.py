"""Choose the length, the variety, the end and the number of the answers."""

from apertis import Apertis

client = Apertis()

response = client.chat.completions.create(
    model="gpt-4.1-mini",
    messages=[{"role": "user", "content": "Write one sentence about the sea."}],
    temperature=0.9,
    max_tokens=60,
    top_p=0.95,
    frequency_penalty=0.2,
    presence_penalty=0.1,
    stop=["\n", "The end"],
    n=2,
)

for choice in response.choices:
    print("-", choice.message.content)
