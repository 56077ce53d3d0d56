"""Ask a question and print the answer."""

from apertis import Apertis

client = Apertis()

response = client.chat.completions.create(
    model="gpt-4.1-mini",
    messages=[{"role": "user", "content": "What is the capital of France?"}],
    max_tokens=50,
)

print(response.choices[0].message.content)
