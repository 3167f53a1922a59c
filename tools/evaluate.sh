#!/usr/bin/env bash
# Every evaluation on the gold sets of one folder, each against its pinned floors; the sets are not part of the project.
set -uo pipefail
cd "$(dirname "$0")/.."
gold=${GOLD:-../shared/gold}
[ -d "$gold" ] || { echo "No gold sets in '$gold'. Say where they are: make eval GOLD=/path/to/gold" >&2; exit 2; }

failed=0
run() { .venv/bin/accordingto eval "$@" --check || failed=1; }
run attribution "$gold/polnear/dev"
run out-of-domain "$gold/news_events"
run chains gold/chains.tsv
run pronouns "$gold/pronouns/gap-development.tsv"
run pronouns "$gold/gum/conllu"
run speakers gold/reports
run events "$gold/plover/PLV_train.tsv"
for file in "$gold"/factuality/*/dev.jsonl; do run factuality "$file"; done
run places "$gold/places/lgl.xml"
run dates "$gold/dates/timenorm_train.tsv"
exit $failed
