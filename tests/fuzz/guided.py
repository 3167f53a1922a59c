"""Broken input that the code chooses: `python -m tests.fuzz.guided KIND [-runs=N] [any flag of libFuzzer]`.

atheris counts which branches of ours an input takes, and goes on from those that took new ones. It begins with the
whole inputs of `targets`; what it finds on its way is kept in build/fuzz, so that the next run begins there. It ends
with the first input that raises, which is written beside it: put it into a test, then mend.
`make fuzz-guided` runs every kind.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

CORPUS = Path("build/fuzz")
LONGEST = 20_000
"""Bytes of an input: more than any seed."""


def main() -> None:
    """Give broken input of the kind that is named until it is enough, or one raises."""
    import atheris  # of the group "fuzz"; it must come before what it is to watch

    with atheris.instrument_imports(include=["accordingto"]):
        from tests.fuzz.targets import READING, TARGETS

        targets = {**TARGETS, "reading": READING}
        _, kind, *flags = sys.argv
        if kind == "reading":
            import accordingto.reader  # noqa: F401  # watched too
    target = targets[kind]
    corpus = CORPUS / kind
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in target.seeds:
        (corpus / hashlib.sha256(seed).hexdigest()).write_bytes(seed)
    atheris.Setup(
        [sys.argv[0], str(corpus), f"-max_len={LONGEST}", f"-artifact_prefix={CORPUS}/raised-", *flags], target.take
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
