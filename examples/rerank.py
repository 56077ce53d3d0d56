"""Order documents by how well they answer a question."""

from apertis import Apertis

DOCUMENTS = [
    "Bread is baked early in the morning.",
    "Ships are guided by a light on the coast.",
    "The lighthouse keeper climbs the stairs at dusk.",
]

client = Apertis()

response = client.rerank.create(
    model="BAAI/bge-reranker-v2-m3",
    query="What helps sailors at night?",
    documents=DOCUMENTS,
    top_n=2,
)
for result in response.results:
    print(f"{result.relevance_score:.2f}  {DOCUMENTS[result.index]}")
