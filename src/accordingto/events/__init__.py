"""ParsedArticle and attributions -> event mentions and claims."""
