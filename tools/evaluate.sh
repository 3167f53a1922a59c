#!/usr/bin/env bash
# Every evaluation on the gold sets of one folder, each against its pinned floors; the sets are not part of the project.
set -uo pipefail
cd "$(dirname "$0")/.."
gold=${GOLD:-../shared/gold}
[ -d "$gold" ] || { echo "No gold sets in '$gold'. Say where they are: make eval GOLD=/path/to/gold" >&2; exit 2; }

failed=0
run() { .venv/bin/accordingto eval "$@" --check || failed=1; }
for reader in accurate fast; do
  run attribution "$gold/polnear/dev" --reader $reader
  run out-of-domain "$gold/news_events" --reader $reader
  run pronouns "$gold/pronouns/gap-development.tsv" --reader $reader
  run pronouns "$gold/gum/conllu" --reader $reader
  run chains gold/chains.tsv --reader $reader
  run speakers gold/reports --reader $reader
  run source-kinds gold/source_kinds.tsv --reader $reader
  run record gold/disputes --reader $reader
done
run events "$gold/plover/PLV_train.tsv"
run events gold/events
run events gold/events_plain
run actors gold/actors.tsv
run stances gold/stances.tsv
for file in "$gold"/factuality/*/dev.jsonl; do run factuality "$file"; done
run places "$gold/places/lgl.xml"
run dates "$gold/dates/timenorm_train.tsv"
run coreference "$gold/ecbplus"
run story-clusters "$gold/news_events"
run aggregation "$gold/maverick/maverick_event_report_half.csv"
exit $failed
