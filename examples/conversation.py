"""Hold a conversation: every request carries all that was said before."""

from apertis import Apertis, ChatCompletionMessageParam

client = Apertis()

messages: list[ChatCompletionMessageParam] = [
    {"role": "system", "content": "You answer in one short sentence."},
]

for question in (
    "What is the capital of France?",
    "What is it famous for?",
    "Which language do people speak there?",
):
    messages.append({"role": "user", "content": question})
    response = client.chat.completions.create(
        model="gpt-4.1-mini", messages=messages, max_tokens=50
    )
    messages.append({"role": "assistant", "content": response.choices[0].message.content})

    print("You:  ", question)
    print("Model:", response.choices[0].message.content)
