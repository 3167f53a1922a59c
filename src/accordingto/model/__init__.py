"""The nouns of the record. Imports nothing but the standard library."""
