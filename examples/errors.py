"""Handle errors: a refused key, another refusal, no connection."""

from apertis import Apertis, APIConnectionError, APIStatusError, AuthenticationError


def look_up(client: Apertis, model: str) -> None:
    """Print what the service knows about a model, or what went wrong."""
    try:
        print("Found:", client.models.retrieve(model).id)
    except AuthenticationError as error:
        print("The key was refused:", error)
    except APIStatusError as error:
        print(f"The service said no, with status {error.status_code}:", error)
    except APIConnectionError as error:
        print("The service was not reached:", error)


client = Apertis()
look_up(client, "no-such-model")

with_wrong_key = Apertis(api_key="sk-wrong")
look_up(with_wrong_key, "gpt-4.1-mini")

# Nothing listens there; a client retries twice unless max_retries is 0.
without_service = Apertis(base_url="http://127.0.0.1:9/v1", max_retries=0)
look_up(without_service, "gpt-4.1-mini")
