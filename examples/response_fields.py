"""Print what a response contains: the model, why it stopped, the tokens used."""

from apertis import Apertis

client = Apertis()

response = client.chat.completions.create(
    model="gpt-4.1-mini",
    messages=[{"role": "user", "content": "How many legs has a cat?"}],
    max_tokens=50,
)

choice = response.choices[0]
print("Model:            ", response.model)
print("Role:             ", choice.message.role)
print("Content:          ", choice.message.content)
print("Finish reason:    ", choice.finish_reason)

if response.usage:
    print("Prompt tokens:    ", response.usage.prompt_tokens)
    print("Completion tokens:", response.usage.completion_tokens)
    print("Total tokens:     ", response.usage.total_tokens)
