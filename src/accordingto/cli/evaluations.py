"""What each task of `eval` runs. It loads the whole reader, so `eval_command` imports it only when it runs one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from accordingto.evaluation.actors import evaluate_actors
from accordingto.evaluation.aggregation import evaluate_aggregation
from accordingto.evaluation.attribution import evaluate_attribution, read_attributions
from accordingto.evaluation.chains import evaluate_chains
from accordingto.evaluation.coreference import evaluate_coreference
from accordingto.evaluation.dates import evaluate_dates
from accordingto.evaluation.events import evaluate_events
from accordingto.evaluation.factuality import evaluate_factuality
from accordingto.evaluation.labelled_events import evaluate_labelled_events, is_labelled
from accordingto.evaluation.out_of_domain import evaluate_out_of_domain
from accordingto.evaluation.places import evaluate_places
from accordingto.evaluation.pronouns import evaluate_gap, evaluate_gum
from accordingto.evaluation.record import evaluate_record
from accordingto.evaluation.report import Evaluation
from accordingto.evaluation.source_kinds import evaluate_source_kinds
from accordingto.evaluation.speakers import evaluate_speakers
from accordingto.evaluation.stances import evaluate_stances
from accordingto.evaluation.story_clusters import evaluate_story_clusters
from accordingto.reader import read, read_article

EVALUATE: dict[str, Callable[[Path, str], Evaluation]] = {
    "actors": lambda path, _: evaluate_actors(path),
    "aggregation": lambda path, _: evaluate_aggregation(path),
    "attribution": lambda path, reader: evaluate_attribution(path, partial(read_attributions, reader=reader)),
    "chains": lambda path, reader: evaluate_chains(path, partial(read, reader=reader)),
    "coreference": lambda path, _: evaluate_coreference(path),
    "dates": lambda path, _: evaluate_dates(path),
    "events": lambda path, reader: (evaluate_labelled_events if is_labelled(path) else evaluate_events)(
        path, partial(read, reader=reader)
    ),
    "factuality": lambda path, _: evaluate_factuality(path),
    "out-of-domain": lambda path, reader: evaluate_out_of_domain(path, read=partial(read_attributions, reader=reader)),
    "places": lambda path, _: evaluate_places(path),
    "pronouns": lambda path, reader: (evaluate_gum if path.is_dir() else evaluate_gap)(path, reader),
    "record": lambda path, reader: evaluate_record(path, partial(read_article, reader=reader)),
    "source-kinds": lambda path, reader: evaluate_source_kinds(path, partial(read, reader=reader)),
    "story-clusters": lambda path, _: evaluate_story_clusters(path),
    "speakers": lambda path, reader: evaluate_speakers(path, partial(read, reader=reader)),
    "stances": lambda path, _: evaluate_stances(path),
}
"""Of a set and the name of a reader its figures; tasks that no attribution is part of are the same for both readers."""
