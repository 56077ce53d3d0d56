"""Shape the answer: how long, how bold, where to stop, how many."""

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
