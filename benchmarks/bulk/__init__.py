"""Measures bulk runs: see `__main__`."""
