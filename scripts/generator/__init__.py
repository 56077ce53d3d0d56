"""Turns openapi.yaml into typed Python.

`spec` reads the file, `rules` checks it, `schemas` says how a schema is typed and decoded in
Python, `facts` and `resources` collect what the templates print, `changes` compares two specs. Only
`render` and `generate.py` write files. Start with `facts.py`.
"""
