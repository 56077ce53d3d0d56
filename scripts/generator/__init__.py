"""Turns openapi.yaml into typed Python, and async modules of the wrapper into sync ones.

`spec` reads the file, `rules` checks it: `vocabulary` which keywords there are, `schema_rules`,
`operation_rules` and `handwritten_rules` what they say, `taken` which names are free, and `places`
finds the line of what is wrong. `schemas` says how a schema is typed and decoded in
Python, `facts`, `kinds` and `resources` collect what templates print, `changes` compares two specs.
`sync` makes `sync_*.py` from `async_*.py`. Only `render`, `sync` and `generate.py` write files.
Start with `collect.py`.
"""
