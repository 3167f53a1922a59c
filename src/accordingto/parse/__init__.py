"""Article -> ParsedArticle: the one room that loads a language model."""
