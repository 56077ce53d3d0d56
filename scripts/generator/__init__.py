"""Turns openapi.yaml into typed Python.

`spec` reads the file and checks its rules, `schemas` says how a schema is typed and decoded in
Python, `models`, `operations` and `resources` collect the facts that templates print, `changes`
compares two specs. Only `render` and `generate.py` write files. Start with `facts.py`.
"""
