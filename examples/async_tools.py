"""Let the model call async functions of yours, concurrently, until it gives its last answer."""

import asyncio
from typing import Literal

from apertis import AsyncApertis, tool


@tool
async def get_weather(city: Literal["London", "Paris", "Rome"]) -> str:
    """Tell the weather in a city.

    Args:
        city: The city.
    """
    await asyncio.sleep(0.1)  # here you would ask a service
    temperatures = {"London": 14, "Paris": 21, "Rome": 27}
    return f"It is sunny in {city}, {temperatures[city]} degrees Celsius."


async def main() -> None:
    """Ask about the weather."""
    async with AsyncApertis() as client:
        run = client.chat.completions.run_tools(
            model="gpt-4.1-mini",
            messages=[{"role": "user", "content": "What is the weather in Paris?"}],
            tools=[get_weather],
            max_tokens=100,
            temperature=0,
        )
        async for turn in run:
            for call in await turn.run_calls():
                print(f"{call.name} was called with {call.parsed_arguments}: {call.result}")
        answer = await run.get_final_completion()
        print("The model says:", answer.choices[0].message.content)


asyncio.run(main())
