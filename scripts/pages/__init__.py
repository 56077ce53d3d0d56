"""What is generated for the documentation site: see `scripts/docs.py`."""
