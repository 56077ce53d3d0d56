"""Follow several answers at once by their events, with asyncio."""

import asyncio

from apertis import AsyncApertis


async def follow(client: AsyncApertis, country: str) -> None:
    """Ask about a country, and print how the answer arrives."""
    async with client.chat.completions.stream(
        model="gpt-4.1-mini",
        messages=[{"role": "user", "content": f"What is the capital of {country}?"}],
        max_tokens=40,
    ) as stream:
        pieces = 0
        async for event in stream:
            if event.type == "content.delta" and event.delta:
                pieces += 1
                if pieces == 1:
                    print(f"{country}: it begins with {event.delta!r}")
            elif event.type == "content.done":
                # An event as plain JSON, for a browser for example.
                print(f"{country}: in {pieces} pieces, {event.to_dict()}")


async def main() -> None:
    """Follow three answers at the same time."""
    async with AsyncApertis() as client:
        countries = ("Japan", "Egypt", "Italy")
        await asyncio.gather(*(follow(client, country) for country in countries))


asyncio.run(main())
