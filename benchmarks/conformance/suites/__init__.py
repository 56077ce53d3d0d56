"""The scenarios, as data; each module has those of one origin."""
