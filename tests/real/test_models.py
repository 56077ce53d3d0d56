"""The list of models of a real server."""

from __future__ import annotations

from apertis import Apertis, Model


def test_models_are_listed(client: Apertis) -> None:
    """The list can be iterated and counted; each entry has an id."""
    models = client.models.list()

    assert models.object == "list"
    assert len(models) == len(list(models)) >= 1
    for model in models:
        assert isinstance(model, Model)
        assert model.id
        assert model.object == "model"


def test_listed_model_answers(client: Apertis) -> None:
    """An id from the list is what `create` takes, and what the answer names."""
    name = next(iter(client.models.list())).id
    completion = client.chat.completions.create(
        model=name, messages=[{"role": "user", "content": "Say hello."}], max_tokens=1
    )

    assert completion.model == name
