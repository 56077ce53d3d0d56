"""Turns openapi.yaml into typed Python.

`spec` reads the file, `rules` checks it, `schemas` says how a schema is typed and decoded in
Python, `facts`, `kinds` and `resources` collect what templates print, `changes` compares two specs.
Only `render` and `generate.py` write files. Start with `facts.py`.
"""
