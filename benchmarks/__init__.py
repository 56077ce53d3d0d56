"""Measures what this package costs, beside httpx and other clients; see `RESULTS.md`."""
