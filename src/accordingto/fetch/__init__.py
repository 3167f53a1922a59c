"""Addresses of the web -> bytes, politely and within bounds. The only room that reaches the network to read reports."""
