#!/usr/bin/env bash
# Train the scores by which claims are linked on a folder in ECB+'s layout, put them in place, and measure them on topics
# 26-35. What ships is fitted to topics 1-35, so that the measurement flatters it; LAST_TOPIC=25 leaves those topics out.
# scikit-learn goes into an environment of its own, .venv-train. Some minutes.
set -euo pipefail
cd "$(dirname "$0")/.."

GOLD=${GOLD:-../shared/gold/ecbplus}
LAST_TOPIC=${LAST_TOPIC:-35}
PYTHON=.venv-train/bin/python

[ -f "$GOLD/ECBplus_coreference_sentences.csv" ] || { echo "There is no ECB+ in $GOLD. Say where it lies: make train-linking GOLD=FOLDER" >&2; exit 2; }
[ -x "$PYTHON" ] || python3 -m venv .venv-train
"$PYTHON" -c 'import sklearn, accordingto' 2>/dev/null || .venv-train/bin/pip install --quiet -r training/coreference/requirements.txt -e .
"$PYTHON" -m training.coreference.train "$GOLD" --last-topic "$LAST_TOPIC"
.venv/bin/accordingto eval coreference "$GOLD"
