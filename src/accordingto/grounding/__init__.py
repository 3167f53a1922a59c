"""Mentions -> entities, places and times. Works on offsets and words alone; knows no parser."""
