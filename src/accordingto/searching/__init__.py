"""Finding claims, incidents and articles by words and facets, with counts a facet.

`Search` is what is asked, and goes to and from a URL's query string; `SearchIndex` answers it.
"""

from __future__ import annotations

from accordingto.searching.asked import FACETS, Kind, Search, from_query, to_query
from accordingto.searching.index import FacetValue, Page, SearchIndex

__all__ = ["FACETS", "FacetValue", "Kind", "Page", "Search", "SearchIndex", "from_query", "to_query"]
