"""Make an image, and change it."""

import tempfile
from pathlib import Path

from apertis import Apertis

folder = Path(tempfile.mkdtemp())
client = Apertis()

made = client.images.generate(
    model="gpt-image-1", prompt="A lighthouse on a cliff, in water colours.", size="1024x1024"
)
lighthouse = folder / "lighthouse.png"
made.data[0].save(lighthouse)
print("Made", lighthouse)

changed = client.images.edit(
    model="gpt-image-1", image=lighthouse, prompt="The same at night, with its light on."
)
changed.data[0].save(folder / "night.png")
print("Made", folder / "night.png")
