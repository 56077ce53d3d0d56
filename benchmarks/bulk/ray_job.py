"""Sends the rows of a dataset of Ray Data, with two actors.

    python ray_job.py ours URL ROWS FOLDER   with `apertis.ray.ChatProcessor`
    python ray_job.py llm URL ROWS FOLDER    with the processor for HTTP requests of `ray.data.llm`

The server knows how long it took: how long Ray takes to start is not to be measured.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

_MODEL = "gpt-4.1-mini"
_KEY = "sk-0123456789abcdef0123456789abcdef"


def main(name: str, url: str, rows: str, folder: str) -> None:
    ray: Any = import_module("ray")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False)
    prompts = [{"id": n, "prompt": f"What is {n}?"} for n in range(int(rows))]
    dataset = ray.data.from_items(prompts, override_num_blocks=10)
    made = {"ours": ours, "llm": llm}[name](ray, dataset, url, folder)
    if len(made.take_all()) != int(rows):
        raise RuntimeError("there are rows without an answer")


def ours(ray: Any, dataset: Any, url: str, folder: str) -> Any:
    from apertis.ray import ChatProcessor

    return dataset.map_batches(
        ChatProcessor,
        fn_constructor_kwargs={
            "folder": folder,
            "client": {"api_key": _KEY, "base_url": url},
            "defaults": {"model": _MODEL},
            "concurrency": 100,
        },
        compute=ray.data.ActorPoolStrategy(size=2),
        batch_size=100,
        num_cpus=0.5,
    )


def llm(_ray: Any, dataset: Any, url: str, _folder: str) -> Any:
    library: Any = import_module("ray.data.llm")
    config = library.HttpRequestProcessorConfig(
        url=f"{url}/chat/completions",
        headers={"Authorization": f"Bearer {_KEY}"},
        concurrency=2,
        batch_size=100,
    )

    def request(row: dict[str, Any]) -> dict[str, Any]:
        messages = [{"role": "user", "content": row["prompt"]}]
        return {"payload": {"model": _MODEL, "messages": messages}}

    def answer(row: dict[str, Any]) -> dict[str, Any]:
        return {"text": row["http_response"]["choices"][0]["message"]["content"]}

    return library.build_processor(config, preprocess=request, postprocess=answer)(dataset)


if __name__ == "__main__":
    main(*sys.argv[1:])
