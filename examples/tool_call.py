"""Let the model call a function of yours, and answer with its result."""

import json

from apertis import Apertis, ChatCompletionMessageParam, ChatCompletionToolParam

client = Apertis()


def get_weather(city: str) -> str:
    """Return the weather in a city (a real program would look it up)."""
    return f"Sunny in {city}, 22 degrees Celsius"


tools: list[ChatCompletionToolParam] = [
    {
        "type": "function",
        "function": {
            "name": "get_weather",
            "description": "Get the current weather in a city.",
            "parameters": {
                "type": "object",
                "properties": {"city": {"type": "string", "description": "The city's name"}},
                "required": ["city"],
            },
        },
    }
]
messages: list[ChatCompletionMessageParam] = [
    {"role": "user", "content": "What is the weather in Paris?"},
]

response = client.chat.completions.create(
    model="gpt-4.1-mini", messages=messages, tools=tools, max_tokens=100, temperature=0
)
message = response.choices[0].message

if message.tool_calls:
    messages.append(message)
    for tool_call in message.tool_calls:
        arguments = json.loads(tool_call.function.arguments)
        result = get_weather(**arguments)
        print(f"The model calls {tool_call.function.name} with {arguments}: {result}")
        messages.append({"role": "tool", "tool_call_id": tool_call.id, "content": result})

    response = client.chat.completions.create(
        model="gpt-4.1-mini", messages=messages, tools=tools, max_tokens=100, temperature=0
    )

print(response.choices[0].message.content)
