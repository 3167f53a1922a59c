"""Bytes -> Article: text, HTML and JSON Lines, with the parts of a report told apart."""
