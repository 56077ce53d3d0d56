"""Find the text that has most in common with a question, by their vectors."""

from math import sqrt

from apertis import Apertis

TEXTS = [
    "The lighthouse keeper climbs the stairs at dusk.",
    "Bread is baked early in the morning.",
    "Ships are guided by a light on the coast.",
]
QUESTION = "What helps sailors at night?"

client = Apertis()

response = client.embeddings.create(model="text-embedding-3-small", input=[QUESTION, *TEXTS])
question, *vectors = [each.embedding for each in response.data]
print(f"{len(vectors)} vectors of {len(question)} numbers")


def similarity(first: list[float], second: list[float]) -> float:
    """Return the cosine of the angle between two vectors."""
    product = sum(a * b for a, b in zip(first, second, strict=True))
    return product / sqrt(sum(a * a for a in first) * sum(b * b for b in second))


scores = {text: similarity(question, vector) for text, vector in zip(TEXTS, vectors, strict=True)}
for text in sorted(scores, key=scores.__getitem__, reverse=True):
    print(f"{scores[text]:.2f}  {text}")
