"""Hold a conversation: every request contains all earlier messages."""

import tempfile
from pathlib import Path

from apertis import Apertis, Conversation

client = Apertis()
conversation = Conversation(
    client, model="gpt-4.1-mini", system="You answer in one short sentence.", max_tokens=50
)

for question in ("What is the capital of France?", "What is it famous for?"):
    response = conversation.say(question)
    print("You:  ", question)
    print("Model:", response.choices[0].message.content)

# A conversation can be saved to a file and continued later.
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "conversation.json"
    conversation.save(path)
    conversation = Conversation.load(client, path)

# Of a long conversation, the last turns are often enough.
conversation.keep_last = 2

question = "Which language do people speak there?"
print("You:  ", question)
print("Model: ", end="")
for text in conversation.say(question, stream=True).text_deltas():
    print(text, end="", flush=True)
print(f"\n{len(conversation.messages)} messages so far.")
