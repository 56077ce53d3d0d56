"""Use asyncio: one answer, one answer as it is written, and several at once."""

import asyncio

from apertis import AsyncApertis


async def main() -> None:
    """Run the three, one after the other."""
    async with AsyncApertis() as client:
        print(await answer(client, "What is the capital of Germany?"))

        await print_as_written(client, "Write one sentence about mountains.")

        countries = ["Japan", "Egypt", "Italy"]
        answers = await asyncio.gather(
            *(answer(client, f"What is the capital of {country}?") for country in countries)
        )
        for country, text in zip(countries, answers, strict=True):
            print(f"{country}: {text}")


async def answer(client: AsyncApertis, question: str) -> str | None:
    """Return the answer, whole."""
    response = await client.chat.completions.create(
        model="gpt-4.1-mini",
        messages=[{"role": "user", "content": question}],
        max_tokens=50,
    )
    return response.choices[0].message.content


async def print_as_written(client: AsyncApertis, question: str) -> None:
    """Print the answer piece by piece."""
    async for chunk in await client.chat.completions.create(
        model="gpt-4.1-mini",
        messages=[{"role": "user", "content": question}],
        max_tokens=60,
        stream=True,
    ):
        if chunk.choices and chunk.choices[0].delta.content:
            print(chunk.choices[0].delta.content, end="", flush=True)
    print()


asyncio.run(main())
