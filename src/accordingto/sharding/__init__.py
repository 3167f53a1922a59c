"""Shards: the unit of work for large archives. Articles in, one Parquet file of readings out, no shared state."""
