"""The record on the disk: SQLite by default, PostgreSQL by URL. Start with `accordingto.store.open.open_store`."""
