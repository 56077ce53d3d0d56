"""Send a file of prompts, many at once, and write a file of answers."""

import json
import tempfile
from pathlib import Path

from apertis import Apertis

client = Apertis()
with tempfile.TemporaryDirectory() as folder:
    prompts, answers = Path(folder, "prompts.jsonl"), Path(folder, "answers.jsonl")
    with prompts.open("w") as file:
        for country in ["France", "Italy", "Japan", "Peru"]:
            row = {"id": country, "prompt": f"What is the capital of {country}?"}
            file.write(json.dumps(row) + "\n")

    run = client.bulk(
        prompts,
        output=answers,
        concurrency=2,
        system="Answer in one word.",
        defaults={"model": "gpt-4.1-mini", "max_tokens": 10},
    )
    for result in run:
        if result.response:
            print(f"{result.id}: {result.response.choices[0].message.content}")
        else:
            print(f"{result.id}: {result.error}")

    print(run.costs.total.tokens, "tokens,", len(answers.read_bytes().splitlines()), "lines")
