"""Get answers as instances of your own types instead of as text."""

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, Field

from apertis import Apertis, LengthFinishReasonError


class Person(BaseModel):
    """Somebody, as a text describes them."""

    name: str
    age: int = Field(ge=0, description="In years.")
    job: str
    country: Literal["France", "Italy", "Spain"]


@dataclass
class City:
    """A city."""

    name: str
    country: str


client = Apertis()

# A pydantic model: the answer has the members that it declares, and no others.
text = "Anna is 34 years old and works as a cook in Italy."
response = client.chat.completions.parse(
    model="gpt-4.1-mini",
    messages=[{"role": "user", "content": text}],
    response_format=Person,
    max_tokens=150,
    temperature=0,
)
message = response.choices[0].message
print(text)
if message.parsed:
    person = message.parsed  # a Person, for type checkers too
    print(f"  name: {person.name}, age: {person.age}, job: {person.job}, in: {person.country}")
else:
    print("  the model declined:", message.refusal)

# Any other type will do: dataclasses, attrs classes, lists and tuples of them ...
question = "List three cities in Europe."
cities = client.chat.completions.parse(
    model="gpt-4.1-mini",
    messages=[{"role": "user", "content": question}],
    response_format=tuple[City, City, City],
    max_tokens=150,
    temperature=0,
)
print(question)
for city in cities.choices[0].message.parsed or ():
    print(f"  {city.name} ({city.country})")

# ... or a choice of words.
question = "Is this review good or bad? 'I loved every minute.'"
review = client.chat.completions.parse(
    model="gpt-4.1-mini",
    messages=[{"role": "user", "content": question}],
    response_format=Literal["good", "bad"],
    max_tokens=60,
    temperature=0,
)
print(question)
print(" ", review.choices[0].message.parsed)

# An answer that is cut off raises an error, which has what had arrived.
try:
    client.chat.completions.parse(
        model="gpt-4.1-mini",
        messages=[{"role": "user", "content": text}],
        response_format=Person,
        max_tokens=5,
    )
except LengthFinishReasonError as error:
    print("With 5 tokens at most:", error)
    if error.completion:
        print("  what had arrived:", repr(error.completion.choices[0].message.content))
