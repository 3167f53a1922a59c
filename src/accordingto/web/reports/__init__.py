"""A reading -> what its page shows: rows of words with their roles, and the cards beside them."""
