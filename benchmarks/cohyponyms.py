"""Derives ``rules/lexicons/cohyponyms.yaml`` from WordNet 3.0.

    python benchmarks/cohyponyms.py WORDNET_DICT_FOLDER

The folder has WordNet's ``data.*``, ``index.*`` and ``cntlist.rev``. Taken are single words that stand in WordNet's
tagged texts, there in at least four of five cases as one part of speech, each in its commonest sense alone. Nouns and
verbs are of one kind under one direct hypernym, adjectives around two heads that are antonyms. Left out are nouns for
persons and groups, since one person can be many of them at once, the widest nouns, and verbs with many sisters. What
stands above the lists, WordNet's licence among it, is kept.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "rules" / "lexicons" / "cohyponyms.yaml"
PARTS = {"noun": "n", "verb": "v", "adj": "a"}
TAGGED = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
MAINLY = 0.8
MOST_VERBS = 12
LEAST_DEPTH = 4  # of a hypernym of nouns below the top
UNFIT = {"03", "14", "18"}  # lexicographer files: tops, groups, persons
Key = tuple[str, str]  # part of speech, offset
Kinds = Mapping[str, Mapping[str, list[str]]]  # by what makes the kind: by synset, its words


@dataclass(frozen=True)
class WordNet:
    """What is taken from WordNet.

    ``pointers``: of each synset, as (symbol, offset); ``file``: its lexicographer file; ``senses``: the synsets of each
    word as one part of speech, the commonest first; ``tagged``: how often the word is tagged as each.
    """

    pointers: Mapping[Key, list[tuple[str, str]]]
    file: Mapping[Key, str]
    senses: Mapping[Key, list[str]]
    tagged: Mapping[str, Counter[str]]

    def hypernym(self, part: str, offset: str) -> str | None:
        """The first direct hypernym of a synset."""
        return next((to for symbol, to in self.pointers[part, offset] if symbol in ("@", "@i")), None)

    def depth(self, part: str, offset: str) -> int:
        """How many hypernyms a synset has one above the other."""
        above = self.hypernym(part, offset)
        return 0 if above is None else 1 + self.depth(part, above)

    def words(self, part: str) -> Iterator[tuple[str, str]]:
        """The words that are mainly of one part of speech, with the synset of their commonest sense."""
        for word, counts in sorted(self.tagged.items()):
            if (
                word.isalpha()
                and len(word) > 2
                and (word, part) in self.senses
                and counts[part] >= MAINLY * counts.total()
            ):
                yield word, self.senses[word, part][0]


def read(folder: Path) -> WordNet:
    """WordNet as its database files have it (wndb(5WN))."""
    pointers: dict[Key, list[tuple[str, str]]] = {}
    file: dict[Key, str] = {}
    senses: dict[Key, list[str]] = {}
    tagged: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name, part in PARTS.items():
        for fields in _lines(folder / f"data.{name}"):
            count = 4 + 2 * int(fields[3], 16)
            there = fields[count + 1 : count + 1 + 4 * int(fields[count])]
            pointers[part, fields[0]] = list(zip(there[::4], there[1::4], strict=True))
            file[part, fields[0]] = fields[1]
        for fields in _lines(folder / f"index.{name}"):
            senses[fields[0], part] = fields[-int(fields[2]) :]
    for key, _, times in _lines(folder / "cntlist.rev"):
        word, _, sense = key.partition("%")
        tagged[word][TAGGED[sense[0]]] += int(times)
    return WordNet(pointers, file, senses, tagged)


def hyponyms(net: WordNet, part: str) -> Kinds:
    """The kinds of nouns, or of verbs: what is under one hypernym."""
    found: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for word, synset in net.words(part):
        above = net.hypernym(part, synset)
        if above is not None and (part == "v" or _is_fit(net, above)):
            found[above][synset].append(word)
    return {above: own for above, own in found.items() if part == "n" or len(own) <= MOST_VERBS}


def opposites(net: WordNet) -> Kinds:
    """The kinds of adjectives: those like either of two antonyms."""
    found: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for word, synset in net.words("a"):
        head = next((to for symbol, to in net.pointers["a", synset] if symbol == "&"), None)
        own = [synset, head] if head else [synset]
        for at in own:
            against = next((to for symbol, to in net.pointers["a", at] if symbol == "!"), None)
            if against:
                found["/".join(sorted((at, against)))][at].append(word)
                break
    return {heads: own for heads, own in found.items() if len(own) == 2}


def _is_fit(net: WordNet, above: str) -> bool:
    return net.file["n", above] not in UNFIT and net.depth("n", above) >= LEAST_DEPTH


def _lines(file: Path) -> Iterator[list[str]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            yield line.partition("|")[0].split()


def _section(name: str, kinds: Kinds) -> str:
    lines = [
        " / ".join(" ".join(words) for _, words in sorted(own.items()))
        for _, own in sorted(kinds.items())
        if len(own) > 1
    ]
    return f"{name}:\n" + "".join(f"  - {line}\n" for line in lines)


def main() -> None:
    """Writes the lexicon."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    net = read(parser.parse_args().folder)
    kinds = {"nouns": hyponyms(net, "n"), "verbs": hyponyms(net, "v"), "adjectives": opposites(net)}
    head = [line for line in TARGET.read_text(encoding="utf-8").splitlines(keepends=True) if line.startswith("#")]
    TARGET.write_text("".join(head) + "".join(_section(*one) for one in kinds.items()), encoding="utf-8")


if __name__ == "__main__":
    main()
