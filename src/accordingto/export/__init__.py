"""The record in the formats of others: one file a format, each a function from rows to bytes."""
