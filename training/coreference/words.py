"""Writes `data/linking_words.json`: base forms, kinship of words and rarity of words, by which claims are compared.

    python -m training.coreference.words WORDNET_FOLDER TEXT_FOLDER...

WORDNET_FOLDER holds WordNet 3.0's `data.verb`, `index.verb` and so on (Debian: `wordnet-base`); the texts are news,
of which only the number of texts with each word is kept.
"""

from __future__ import annotations

import json
import math
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from accordingto.record.features_words import WORD, base_form

DATA = Path(__file__).parents[2] / "src" / "accordingto" / "data"
FEWEST_TEXTS = 3
SENSES = 4
LEAST_SENSE = 0.1
OWN, ABOVE, GROUP, FAMILY = 1.0, 0.65, 0.9, 1.0
LEXICAL_FILES = frozenset({4, 11, 12, 15, 19, 22, 26, 27, 28})
"""WordNet's noun files of acts, events, feelings, locations, phenomena, processes, states, substances and times."""

Synset = tuple[tuple[str, ...], tuple[tuple[str, str, str, str], ...], int]


class WordNet:
    """The verbs and nouns of one folder."""

    def __init__(self, folder: Path) -> None:
        self.synsets = {part: dict(_synsets(folder / f"data.{name}")) for part, name in _PARTS}
        self.index = {part: dict(_index(folder / f"index.{name}")) for part, name in _PARTS}
        self.counts = dict(_counts(folder / "cntlist.rev"))
        self.irregular = dict(_irregular(folder / "verb.exc"))

    def senses(self, word: str, part: str) -> Iterator[tuple[str, float]]:
        """The word's commonest synsets of a part of speech, each with how likely it is."""
        offsets = self.index[part].get(word, ())
        counts = [self.counts.get((word, _NUMBERS[part], place), 0) for place in range(1, len(offsets) + 1)]
        total = sum(counts) or 1
        for place, (offset, count) in enumerate(zip(offsets, counts, strict=True)):
            weight = max(count / total, 0.3 if place == 0 else 0.1 / (place + 1))
            if place < SENSES and weight >= LEAST_SENSE:
                yield offset, weight

    def nodes(self, word: str) -> dict[str, float]:
        """What the word may mean: its senses, the senses above them, and the verbs that its nouns come from."""
        found: dict[str, float] = defaultdict(float)
        for part in ("v", "n"):
            for offset, weight in self.senses(word, part):
                _raise(found, part + offset, OWN * weight)
                for sign, other, other_part, ends in self.synsets[part][offset][1]:
                    if sign in {"@", "$"} and part == "v":
                        _raise(found, part + other, ABOVE * weight)
                    if sign == "+" and part == "n" and other_part == "v" and self._is_own(word, offset, ends):
                        _raise(found, "v" + other, OWN * weight)
                        target = self.synsets["v"][other][0][int(ends[2:], 16) - 1]
                        _raise(found, "f" + target, FAMILY)
            if part == "v" and word in self.index["v"]:
                _raise(found, "f" + word, FAMILY)
        return dict(found)

    def _is_own(self, word: str, offset: str, ends: str) -> bool:
        source = int(ends[:2], 16)
        return source == 0 or self.synsets["n"][offset][0][source - 1] == word

    def is_event_noun(self, word: str) -> bool:
        """True where one of the noun's first senses is an act, event, state or the like."""
        return any(self.synsets["n"][offset][2] in LEXICAL_FILES for offset in self.index["n"].get(word, ())[:3])


_PARTS = (("v", "verb"), ("n", "noun"))
_NUMBERS = {"n": "1", "v": "2"}


def _synsets(path: Path) -> Iterator[tuple[str, Synset]]:
    for line in path.read_text(encoding="latin-1").splitlines():
        if line.startswith("  "):
            continue
        row = line.split("|")[0].split()
        number = int(row[3], 16)
        words = tuple(row[4 + 2 * place].split("(")[0].lower() for place in range(number))
        first = 5 + 2 * number
        pointers = range(int(row[first - 1]))
        yield row[0], (words, tuple(tuple(row[first + 4 * p : first + 4 * p + 4]) for p in pointers), int(row[1]))  # type: ignore[misc]  # four cells


def _index(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in path.read_text(encoding="latin-1").splitlines():
        if not line.startswith("  "):
            row = line.split()
            yield row[0], tuple(row[-int(row[2]) :])


def _counts(path: Path) -> Iterator[tuple[tuple[str, str, int], int]]:
    for line in path.read_text(encoding="latin-1").splitlines():
        key, sense, count = line.split()
        lemma, rest = key.split("%")
        yield (lemma, rest[0], int(sense)), int(count)


def _irregular(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text(encoding="latin-1").splitlines():
        form, base = line.split()[:2]
        yield form, base


def _raise(found: dict[str, float], node: str, weight: float) -> None:
    found[node] = max(found[node], weight)


def _texts(folders: Iterable[Path]) -> Iterator[str]:
    for folder in folders:
        for path in sorted(folder.rglob("*.json")):
            row = json.loads(path.read_text(encoding="utf-8"))
            yield f"{row.get('title') or ''}\n{row.get('text') or ''}"
        for path in sorted(folder.rglob("*.txt")):
            yield path.read_text(encoding="utf-8", errors="replace")


def write(wordnet: WordNet, folders: Iterable[Path], target: Path) -> None:
    """The table: written first without rarity, so that base forms are known, then with it."""
    texts = list(_texts(folders))
    seen = Counter(word for text in texts for word in {found.lower() for found in WORD.findall(text)})
    groups = tomllib.loads((DATA / "linking_groups.toml").read_text(encoding="utf-8"))
    grouped = {word for section in groups.values() for row in section["groups"] for word in row.split()}
    kin = {
        word: nodes
        for word in sorted(_vocabulary(wordnet, seen) | grouped)
        if (nodes := wordnet.nodes(word)) or word in grouped
    }
    for name, section in groups.items():
        for number, row in enumerate(section["groups"]):
            for word in row.split():
                kin[word][f"g{name}{number}"] = GROUP
    shared = Counter(node for nodes in kin.values() for node in nodes)
    names = {node: f"{place:x}" for place, node in enumerate(node for node, count in shared.items() if count > 1)}
    rows = {
        word: " ".join(f"{names[node]}:{round(weight * 9)}" for node, weight in nodes.items() if node in names)
        for word, nodes in kin.items()
    }
    bases = {form: base for form, base in wordnet.irregular.items() if base in rows and "_" not in form}
    table: dict[str, object] = {"bases": bases, "kin": rows, "texts": len(texts), "rarity": {}}
    _save(target, table)
    base_form.cache_clear()
    df = Counter(base for text in texts for base in {base_form(word.lower()) for word in WORD.findall(text)})
    levels: dict[str, list[str]] = defaultdict(list)
    for word, count in sorted(df.items()):
        if count >= FEWEST_TEXTS:
            levels[str(round(2 * math.log((1 + len(texts)) / (1 + count))) / 2)].append(word)
    _save(target, table | {"rarity": {level: " ".join(words) for level, words in sorted(levels.items())}})


def _vocabulary(wordnet: WordNet, seen: Counter[str]) -> set[str]:
    verbs = {w for w in wordnet.index["v"] if "_" not in w and (seen[w] or wordnet.counts.get((w, "2", 1), 0) > 1)}
    nouns = {w for w in wordnet.index["n"] if "_" not in w and seen[w] > 1 and wordnet.is_event_noun(w)}
    return verbs | nouns


def _save(target: Path, table: dict[str, object]) -> None:
    target.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(WordNet(Path(sys.argv[1])), [Path(name) for name in sys.argv[2:]], DATA / "linking_words.json")
