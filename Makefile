# Two commands matter on a fresh machine: `make demo` and `make test`. Both set up .venv first.
SHELL := /bin/bash
BIN := .venv/bin
READY := .venv/ready

FUZZED := text html json-lines warc feeds zip tar packed bodies searches reading

.DEFAULT_GOAL := help
.PHONY: test-postgres-load help setup demo test fuzz fuzz-guided release audit lint format types bench bench-record bench-web bench-scale bench-linking eval docs lock test-kill test-api train-attribution train-events train-linking clean

help: ## show these targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 26

setup: $(READY) ## set up .venv with everything the project needs

$(READY): pyproject.toml uv.lock requirements.lock tools/setup.sh
	@tools/setup.sh
	@touch $(READY)

demo: $(READY) ## read the sample reports that the project ships
	@$(BIN)/accordingto demo

test: $(READY) ## run the tests
	$(BIN)/python -m pytest

test-kill: $(READY) ## kill the adding of reports at a hundred random moments
	KILLS=100 $(BIN)/python -m pytest tests/store/test_kill.py

fuzz: $(READY) ## FUZZ_INPUTS (100,000) broken inputs of each kind: texts, files, archives, feeds, commands, queries; hours
	FUZZ_INPUTS=$(or $(FUZZ_INPUTS),100000) $(BIN)/python -m pytest tests/fuzz tests/web/test_query_strings.py tests/test_hostile_texts.py -k "broken_input or any_command or query_string or any_pieces"

fuzz-guided: $(READY) ## the same with atheris, which goes where an input reaches new code; KIND, or all kinds
	for kind in $(or $(KIND),$(FUZZED)); do \
		uv run --frozen --isolated --group fuzz python -m tests.fuzz.guided $$kind -runs=$(or $(FUZZ_INPUTS),100000) || exit 1; \
	done

test-api: $(READY) ## ask every address of the reading room two hundred things
	EXAMPLES=200 $(BIN)/python -m pytest tests/web/test_openapi.py

test-postgres-load: $(READY) ## four writers and eight readers on PostgreSQL for LOAD_MINUTES (ten)
	LOAD_MINUTES=$(or $(LOAD_MINUTES),10) $(BIN)/python -m pytest -s tests/store/test_load.py

lint: $(READY) ## check style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(READY) ## put every file in the one format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(READY) ## check types, strictly
	$(BIN)/mypy

bench: $(READY) ## articles a second, peak memory, share of each stage
	$(BIN)/python bench/bench.py

bench-record: $(READY) ## claims a second into stores of growing size, memory, time of an incident page
	$(BIN)/python bench/bench_record.py

bench-web: $(READY) ## the reading room with 20 readers at once on 100,000 invented claims: median, p99, memory
	@test -e build/bench-web.db || (cd bench && ../$(BIN)/python fill_store.py ../build/bench-web.db 100000)
	$(BIN)/python bench/bench_web.py build/bench-web.db --seconds $(or $(SECONDS_OF_LOAD),60)

bench-scale: $(READY) ## ARTICLES (20,000) by one process, two, a local cluster, one with a killed worker; then linking and PostgreSQL; hours
	$(BIN)/python bench/bench_scale.py --articles $(or $(ARTICLES),20000) --size $(or $(SIZE),200)
	$(MAKE) bench-linking CLAIMS=$(or $(CLAIMS),100000)
	$(MAKE) test-postgres-load LOAD_MINUTES=$(or $(LOAD_MINUTES),10)

bench-linking: $(READY) ## hold linking in five partitionings against one process on CLAIMS (100,000) claims, hours
	LINKED_CLAIMS=$(or $(CLAIMS),100000) $(BIN)/python -m pytest -v tests/test_partitioning.py --durations=0

eval: $(READY) ## hold the reader against the gold sets in GOLD (default ../shared/gold) and the pinned floors
	GOLD=$(GOLD) tools/evaluate.sh

docs: $(READY) ## write the reference pages and the outputs in README and tutorial again
	$(BIN)/python tools/reference.py
	$(BIN)/python -m tools.outputs

train-attribution: $(READY) ## train the attribution encoder on GOLD (default ../shared/gold/polnear), about an hour
	GOLD=$(GOLD) tools/train_attribution.sh

train-events: $(READY) ## train the classifier of event types on GOLD (default ../shared/gold) and gold/events, minutes
	$(BIN)/python -m training.events.train $(or $(GOLD),../shared/gold) gold/events

train-linking: $(READY) ## train the links between claims on GOLD (default ../shared/gold/ecbplus), minutes
	GOLD=$(GOLD) tools/train_linking.sh

release: $(READY) ## build the wheel (the same bytes each time) and its bill of materials into dist/
	uv build --wheel --out-dir dist
	uv export --frozen --no-dev --no-emit-project --no-header --quiet --output-file dist/requirements.txt
	uv run --frozen --isolated --only-group audit cyclonedx-py requirements dist/requirements.txt --pyproject pyproject.toml \
		--output-reproducible --output-file dist/accordingto.cdx.json

audit: $(READY) ## hold the locked packages against the known vulnerabilities; this asks pypi.org, and fails where it cannot
	uv run --frozen --isolated --only-group audit pip-audit --strict --requirement requirements.lock --require-hashes --disable-pip

lock: ## lock the dependencies again, for uv and for pip
	uv lock
	uv export --frozen --no-emit-project --no-header --quiet --output-file requirements.lock

clean: ## remove .venv, caches and built packages
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
