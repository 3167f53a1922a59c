"""ParsedArticle -> attributions: who is said to have said what."""
