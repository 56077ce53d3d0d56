"""Use the HTTP response: its headers at once, its body when you ask for it."""

from apertis import Apertis, UserMessageDict

client = Apertis()
question: UserMessageDict = {"role": "user", "content": "Name a colour, in one word."}

# The whole answer, with the bytes it came in.
response = client.chat.completions.with_raw_response.create(
    model="gpt-4.1-mini", messages=[question], max_tokens=10
)
print(response.status_code, response.headers["content-type"], f"{len(response.content)} bytes")
print("parsed:", response.parse().choices[0].message.content)

# Only the headers at first; the body waits until it is asked for.
with client.models.with_streaming_response.list() as unread:
    print("\nNothing read yet:", unread)
    print("read now:", len(unread.read()), "bytes")
    print("models:", [model.id for model in unread.parse()][:3])

# A stream, line by line, as the server wrote it.
print("\nThe first lines of a stream:")
with client.chat.completions.with_streaming_response.create(
    model="gpt-4.1-mini", messages=[question], max_tokens=10, stream=True
) as streamed:
    lines = filter(None, streamed.iter_lines())
    for _ in range(3):
        print(next(lines, "")[:90])
# At the end of the `with`, the connection is closed if the body was not read.
