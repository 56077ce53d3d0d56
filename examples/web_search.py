"""Ask about news: a model that searches the web and names its sources."""

from apertis import Apertis

client = Apertis()

response = client.chat.completions.create_with_web_search(
    "What is on in the museums of Paris this week?",
    context_size="low",
    allowed_domains=["parisinfo.com", "louvre.fr"],
    country="FR",
    city="Paris",
    max_tokens=200,
)
message = response.choices[0].message
print(message.content)

for annotation in message.annotations or []:
    source = annotation.url_citation or annotation
    print("-", source.title, source.url)
if not message.annotations:
    print("(No sources: this model made that up without a search.)")
