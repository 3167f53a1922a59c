"""The reading room: the record as pages. Start at `app.create_app(store, settings)`.

A page is one file in `pages/` with a `router`, which `app.py` takes up, and one template of the same name in
`templates/`. A page is a function with FastAPI parameters that returns a `siblings.Page`: template, values, the object
of its `.json` and the table of its `.csv`, the latter two as functions, called only when asked for.
`siblings.add_page(router, "/track/{track}", build)` makes three routes of it: `/track/ID`, `/track/ID.json` and
`/track/ID.csv`. A CSV's rows are an iterator, streamed and uncapped: read them in slices, never all at once.
Routes are plain `def`; the store comes by `site: SiteDep` (`site.py`), as `site.store`.

Templates extend `base.html`. Autoescape is on and nothing is marked `|safe`; `finalize` makes control and bidi
characters visible in every string, so hand plain strings over. What reports say goes within <bdi>. Links are written
with double quotes and from the root (`href="/incident/{{ id }}"`), so that `publish` can make them relative.
No inline script, style or handler: the Content-Security-Policy refuses them. SVG is drawn with attributes and classes.
`{{ site.is_static }}` is true in a published copy: leave forms, search and review out of it.
A form that changes anything posts `{{ csrf_field(request) }}` and its route depends on `csrf.Checked`.
A query value is at most 500 characters (`security.py`); state of a page is in its URL; ids are checked by look-up only.
Errors: raise `InputError` for what is not there (404) and `OptionError` for a value that means nothing here (400).
"""
