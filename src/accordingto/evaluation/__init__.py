"""Held against what people marked by hand: one module a set, one command each, floors pinned in data/floors.toml."""
