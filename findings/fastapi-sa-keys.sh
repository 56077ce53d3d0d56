#!/bin/sh
# fastapi 0.165.0: a dictionary that an endpoint returns loses each key that begins with `_sa`, at
# every depth, unless the endpoint has a return type.
#
# `jsonable_encoder` means `_sa_instance_state`, which SQLAlchemy puts on its objects, but it looks
# at the first three characters only, in dictionaries too, and an endpoint cannot pass it
# `sqlalchemy_safe=False`. The status is 200, and nothing is logged. A gateway that passes JSON on,
# or a server that plays one in tests, changes it. With a return type pydantic writes the JSON.
#
# Seen with fastapi 0.165.0 on Python 3.11:
#
#   returned: {"_same":1,"nested":{"_sample":2,"_score":3}}
#   no return type: {"nested":{"_score":3}}
#   return type dict: {"_same":1,"nested":{"_sample":2,"_score":3}}
#
# Exit status 0 while this is so, 1 once it has changed. Needs python3 with venv and pip.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    fastapi==0.165.0 httpx==0.28.1
"$folder/venv/bin/python" - <<'PYTHON'
import asyncio
import json
import sys
from typing import Any

import httpx
from fastapi import FastAPI

RETURNED = {"_same": 1, "nested": {"_sample": 2, "_score": 3}}
app = FastAPI()


@app.get("/untyped")
def untyped():
    return RETURNED


@app.get("/typed")
def typed() -> dict[str, Any]:
    return RETURNED


async def get(path: str) -> str:
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        return (await client.get(path)).raise_for_status().text


whole = json.dumps(RETURNED, separators=(",", ":"))
seen = asyncio.run(get("/untyped")), asyncio.run(get("/typed"))
print(f"returned: {whole}")
print(f"no return type: {seen[0]}")
print(f"return type dict: {seen[1]}")
sys.exit(seen != ('{"nested":{"_score":3}}', whole))
PYTHON
