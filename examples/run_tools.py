"""Let the model call functions of yours until it gives its last answer."""

from typing import Literal

from apertis import Apertis, tool


@tool
def get_weather(city: Literal["London", "Paris", "Rome"]) -> str:
    """Tell the weather in a city.

    Args:
        city: The city.
    """
    temperatures = {"London": 14, "Paris": 21, "Rome": 27}
    return f"It is sunny in {city}, {temperatures[city]} degrees Celsius."


client = Apertis()

# The whole loop in one call: what the model asks for is called, and the results go back to it.
run = client.chat.completions.run_tools(
    model="gpt-4.1-mini",
    messages=[{"role": "user", "content": "What is the weather in Paris?"}],
    tools=[get_weather],
    max_tokens=100,
    temperature=0,
)
print(run.get_final_completion().choices[0].message.content)

# The same, step by step: each turn is an answer, whose calls are run by `run_calls`, or else when
# the loop continues.
print("\nOnce more, step by step:")
run = client.chat.completions.run_tools(
    model="gpt-4.1-mini",
    messages=[{"role": "user", "content": "What is the weather in Rome?"}],
    tools=[get_weather],
    max_tokens=100,
    temperature=0,
    max_turns=3,
)
for turn in run:
    for call in turn.calls:
        print(f"The model calls {call.name} with {call.arguments}")
        if "London" in call.arguments:
            call.content = "Nobody asks about London."  # then the function is not called
    for call in turn.run_calls():
        print(f"It is told: {call.content}")
    if not turn.calls:
        print("The model says:", turn.completion.choices[0].message.content)

print(f"{len(run.messages)} messages in all, which another run can go on with.")
