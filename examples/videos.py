"""Have a video made, wait for it, save it, and have others made from it."""

import tempfile
from pathlib import Path

from apertis import Apertis, BinaryContent

client = Apertis()

video = client.videos.create(
    model="sora-2", prompt="A ship sails past a lighthouse.", seconds="8", size="1280x720"
)
print(f"{video.id} is {video.status}")

# This asks again and again, and shows a progress bar in a terminal.
video = client.videos.wait(video.id, on_progress=True, interval=5, timeout=600)
content = client.videos.download_content(video.id)
if isinstance(content, BinaryContent):
    path = Path(tempfile.mkdtemp()) / "ship.mp4"
    content.stream_to_file(path)
    print("Saved", path)
else:
    print("The video is at", content.video_url)

variant = client.videos.remix(video.id, prompt="The same at night.")
print(f"{variant.id} is {client.videos.retrieve(variant.id).status}")

keeper = client.videos.characters.create(from_task=video.id, timestamps="1,3")
print(f"Prompts can call the lighthouse keeper @{keeper.username}")
