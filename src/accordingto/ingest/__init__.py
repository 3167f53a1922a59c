"""Bytes and paths -> Article: the text, its parts, and what its margins tell of who made it and when."""
