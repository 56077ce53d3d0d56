"""Ask for the rows of a Ray dataset; run again, the job asks only for what has no answer."""

# pyright: basic
# As the types of Ray are incomplete.

import tempfile

import ray

from apertis.ray import ChatProcessor

ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
rows = [
    {"id": country, "prompt": f"What is the capital of {country}?", "continent": continent}
    for country, continent in [("France", "Europe"), ("Japan", "Asia"), ("Peru", "America")]
]

with tempfile.TemporaryDirectory() as folder:  # of a real job: a disk that outlives it
    for attempt in ("first", "second"):
        answered = ray.data.from_items(rows).map_batches(
            ChatProcessor,
            fn_constructor_kwargs={
                "folder": folder,
                "defaults": {"model": "gpt-4.1-mini", "max_tokens": 10},
                "concurrency": 2,
            },
            batch_size=4,
            compute=ray.data.ActorPoolStrategy(size=1),
        )
        for row in answered.take_all():
            print(attempt, row["id"], row["continent"], row["text"], row["output_tokens"])
