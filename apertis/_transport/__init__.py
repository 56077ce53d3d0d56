"""How bytes travel: HTTP clients, connections and their pool, over httpx and httpcore."""
