"""What each task of `eval` runs. It loads the whole reader, so `eval_command` imports it only when it runs one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from accordingto.evaluation.attribution import evaluate_attribution
from accordingto.evaluation.chains import evaluate_chains
from accordingto.evaluation.dates import evaluate_dates
from accordingto.evaluation.events import evaluate_events
from accordingto.evaluation.factuality import evaluate_factuality
from accordingto.evaluation.out_of_domain import evaluate_out_of_domain
from accordingto.evaluation.places import evaluate_places
from accordingto.evaluation.pronouns import evaluate_gap, evaluate_gum
from accordingto.evaluation.report import Evaluation
from accordingto.evaluation.speakers import evaluate_speakers
from accordingto.reader import read

EVALUATE: dict[str, Callable[[Path], Evaluation]] = {
    "attribution": evaluate_attribution,
    "chains": partial(evaluate_chains, read=read),
    "dates": evaluate_dates,
    "events": partial(evaluate_events, code=read),
    "factuality": evaluate_factuality,
    "out-of-domain": evaluate_out_of_domain,
    "places": evaluate_places,
    "pronouns": lambda path: evaluate_gum(path) if path.is_dir() else evaluate_gap(path),
    "speakers": partial(evaluate_speakers, read=read),
}
