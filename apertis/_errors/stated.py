# Generated from tree.py: change that module, then run `make generate`.
# Never edit this file.
"""The errors that are stated in the body of a 2xx response, with the status that they stand for.

Each has two base classes: one for where it came from, a stream or a plain body, and one for the
status.
"""

from __future__ import annotations

from typing import TypeVar

from . import tree

__all__ = ["stated_class"]

E = TypeVar("E", bound=tree.APIResponseError)


class StreamedAPIStatusError(tree.APIStreamError, tree.APIStatusError):
    """An event of a stream states another status."""


class StreamedBadRequestError(tree.APIStreamError, tree.BadRequestError):
    """An event of a stream states status 400."""


class StreamedAuthenticationError(tree.APIStreamError, tree.AuthenticationError):
    """An event of a stream states status 401."""


class StreamedPaymentRequiredError(tree.APIStreamError, tree.PaymentRequiredError):
    """An event of a stream states status 402."""


class StreamedPermissionDeniedError(tree.APIStreamError, tree.PermissionDeniedError):
    """An event of a stream states status 403."""


class StreamedNotFoundError(tree.APIStreamError, tree.NotFoundError):
    """An event of a stream states status 404."""


class StreamedRequestTimeoutError(tree.APIStreamError, tree.RequestTimeoutError):
    """An event of a stream states status 408."""


class StreamedConflictError(tree.APIStreamError, tree.ConflictError):
    """An event of a stream states status 409."""


class StreamedRequestTooLargeError(tree.APIStreamError, tree.RequestTooLargeError):
    """An event of a stream states status 413."""


class StreamedUnprocessableEntityError(tree.APIStreamError, tree.UnprocessableEntityError):
    """An event of a stream states status 422."""


class StreamedRateLimitError(tree.APIStreamError, tree.RateLimitError):
    """An event of a stream states status 429."""


class StreamedInternalServerError(tree.APIStreamError, tree.InternalServerError):
    """An event of a stream states status 500 or above."""


class StatedAPIStatusError(tree.APIResponseValidationError, tree.APIStatusError):
    """A plain body states another status."""


class StatedBadRequestError(tree.APIResponseValidationError, tree.BadRequestError):
    """A plain body states status 400."""


class StatedAuthenticationError(tree.APIResponseValidationError, tree.AuthenticationError):
    """A plain body states status 401."""


class StatedPaymentRequiredError(tree.APIResponseValidationError, tree.PaymentRequiredError):
    """A plain body states status 402."""


class StatedPermissionDeniedError(tree.APIResponseValidationError, tree.PermissionDeniedError):
    """A plain body states status 403."""


class StatedNotFoundError(tree.APIResponseValidationError, tree.NotFoundError):
    """A plain body states status 404."""


class StatedRequestTimeoutError(tree.APIResponseValidationError, tree.RequestTimeoutError):
    """A plain body states status 408."""


class StatedConflictError(tree.APIResponseValidationError, tree.ConflictError):
    """A plain body states status 409."""


class StatedRequestTooLargeError(tree.APIResponseValidationError, tree.RequestTooLargeError):
    """A plain body states status 413."""


class StatedUnprocessableEntityError(
    tree.APIResponseValidationError, tree.UnprocessableEntityError
):
    """A plain body states status 422."""


class StatedRateLimitError(tree.APIResponseValidationError, tree.RateLimitError):
    """A plain body states status 429."""


class StatedInternalServerError(tree.APIResponseValidationError, tree.InternalServerError):
    """A plain body states status 500 or above."""


def stated_class(kind: type[E], status: int) -> type[E]:
    """Return the class that is both `kind` and the class of a status."""
    bases = (kind, tree.status_class(status))
    return next(cls for cls in kind.__subclasses__() if cls.__bases__ == bases)
