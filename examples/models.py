"""List the models that are available, and look one up."""

from apertis import Apertis, NotFoundError

client = Apertis()

for model in client.models.list():
    print(model.id)

try:
    model = client.models.retrieve("gpt-4.1-mini")
    print(f"{model.id} is on offer, from {model.owned_by}.")
except NotFoundError:
    print("gpt-4.1-mini is not on offer here.")
