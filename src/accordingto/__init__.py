"""A sourced record of political events: who did what to whom, where, when, according to whom."""
