"""Makes ``python -m apertis`` the command `apertis`."""

from .cli import main

main()
