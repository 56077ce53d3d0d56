"""The command ``apertis doctor``: what is wrong between this machine and the service.

`command` is what click calls; `examine` has the order of the checks, which are in `local`, `route`
and `service`.
"""

from .command import command

__all__ = ["command"]
