"""Say what trained weights are worth on written pairs and on drafts: python -m judge.evaluate WEIGHTS --base DIR."""

from __future__ import annotations

import argparse
import collections
import json
from pathlib import Path

import torch

from judge.model import Judge, batch_of, tokenizer
from judge.rows import RELATIONS, TYPES, Row


def answers(judge: Judge, encode, pairs: list[tuple[str, str]]) -> list[dict[str, list[float]]]:
    """Give every head's probabilities for each pair."""
    encodings = [encode.encode(a, b) for a, b in pairs]
    order = sorted(range(len(pairs)), key=lambda k: len(encodings[k].ids))
    found: list = [None] * len(pairs)
    with torch.inference_mode():
        for at in range(0, len(order), 32):
            picked = order[at : at + 32]
            batch = batch_of([Row(*pairs[k]) for k in picked], [encodings[k] for k in picked])
            out = judge(batch.ids, batch.mask, batch.segments)
            for row, k in enumerate(picked):
                found[k] = {h: out[h][row].softmax(-1).tolist() for h in ("relation", "support", "kind")}
    return found


def sentences(judge: Judge, encode, path: Path, *, both: bool) -> None:
    """Print how many differences are caught, hidden and falsely seen."""
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    read = answers(judge, encode, [tuple(sorted((r["a"], r["b"]))) for r in rows])
    if both:
        other = answers(judge, encode, [tuple(sorted((r["a"], r["b"]), reverse=True)) for r in rows])
        read = [
            {h: [(x + y) / 2 for x, y in zip(p[h], q[h], strict=True)] for h in p}
            for p, q in zip(read, other, strict=True)
        ]
    confusion = collections.Counter()
    typed = 0
    by_type = collections.defaultdict(lambda: [0, 0])
    for row, answer in zip(rows, read, strict=True):
        said = RELATIONS[max(range(3), key=lambda k: answer["relation"][k])]
        confusion[row["label"], said] += 1
        if row["label"] == "differ":
            by_type[row["type"]][1] += 1
            by_type[row["type"]][0] += said == "differ"
            typed += said == "differ" and TYPES[max(range(len(TYPES)), key=lambda k: answer["kind"][k])] == row["type"]
    n = collections.Counter(r["label"] for r in rows)
    caught = confusion["differ", "differ"] / n["differ"]
    false = (confusion["same", "differ"] + confusion["other", "differ"]) / (n["same"] + n["other"])
    print(
        path.name, "balanced", round((caught + 1 - false) / 2, 3), "typed", typed, "hidden", confusion["differ", "same"]
    )
    for label in RELATIONS:
        print("  ", label, {said: confusion[label, said] for said in RELATIONS})
    print("  ", {k: f"{a}/{b}" for k, (a, b) in sorted(by_type.items())})


def drafts(judge: Judge, encode, path: Path) -> None:
    """Print how well the support head tells faithful drafts from others."""
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    read = answers(judge, encode, [(r["source"], r["draft"]) for r in rows])
    flagged = [a["support"][0] < 0.5 for a in read]
    bad = [r["gold"] == "flag" for r in rows]
    caught = sum(f and b for f, b in zip(flagged, bad, strict=True)) / sum(bad)
    false = sum(f and not b for f, b in zip(flagged, bad, strict=True)) / (len(bad) - sum(bad))
    print(
        path.name, "caught", round(caught, 3), "false", round(false, 3), "balanced", round((caught + 1 - false) / 2, 3)
    )


def main() -> None:
    """Read the arguments and evaluate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--eval", type=Path, default=Path("../../shared/eval"))
    args = parser.parse_args()
    judge = Judge(args.base)
    judge.load_state_dict(torch.load(args.weights))
    judge.eval()
    encode = tokenizer(args.base)
    for both in (False, True):
        sentences(judge, encode, args.eval / "sentences.jsonl", both=both)
    drafts(judge, encode, args.eval / "components" / "probe.jsonl")


if __name__ == "__main__":
    main()
