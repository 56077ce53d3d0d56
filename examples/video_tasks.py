"""Have a video made by Veo, ask how far it is, and wait for it."""

from apertis import Apertis

client = Apertis()

video = client.video.create(
    model="veo3", prompt="A ship sails past a lighthouse.", aspect_ratio="16:9", enhance_prompt=True
)
print("The prompt became:", video.enhanced_prompt)

video = client.video.query(id=video.id)
print(f"{video.id} is {video.status}")

video = client.video.wait(video.id, interval=10, timeout=600)
print("The video is at", video.video_url)
