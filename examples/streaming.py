"""Print the answer while it is being written."""

from apertis import Apertis

client = Apertis()

stream = client.chat.completions.create(
    model="gpt-4.1-mini",
    messages=[{"role": "user", "content": "Describe the sea in three sentences."}],
    max_tokens=120,
    stream=True,
)

for chunk in stream:
    if chunk.choices and chunk.choices[0].delta.content:
        print(chunk.choices[0].delta.content, end="", flush=True)
print()
