"""Says what an object has where a program asks for something else."""

from __future__ import annotations

__all__ = ["no_attribute"]


def no_attribute(owner: object, name: str) -> AttributeError:
    """Return the error for an attribute that a client or a resource does not have."""
    kind = type(owner).__name__
    if name.startswith("_"):  # looked for by tools, not by people
        return AttributeError(f"{kind!r} object has no attribute {name!r}", name=name, obj=owner)
    has = ", ".join(each for each in dir(type(owner)) if not each.startswith("_"))
    message = f"{kind} has no attribute {name!r}; it has {has}"
    if hasattr(type(owner), "post"):
        message += ". An endpoint that has no method is called by its path: client.get('/path'),"
        message += " client.post('/path', body={...})"
    return AttributeError(message, name=name, obj=owner)
