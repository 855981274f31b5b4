"""Read what verdict.collect wrote with trained weights: python -m judge.read WEIGHTS --base DIR FILE.jsonl ..."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch

from judge.model import Judge, batch_of, tokenizer
from judge.rows import Row

SIZE = 32


def main() -> None:
    """Write FILE.read.jsonl beside each file: the logits of each cell, and of each voice."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--base", type=Path, required=True)
    args = parser.parse_args()
    judge = Judge(args.base)
    judge.load_state_dict(torch.load(args.weights))
    judge.eval()
    encode = tokenizer(args.base)
    for file in args.files:
        records = [json.loads(line) for line in file.open(encoding="utf-8")]
        pairs = [
            (c["a"], c["b"]) if r["kind"] == "drafts" else tuple(sorted((c["a"], c["b"])))
            for r in records
            for c in r["cells"]
        ]
        texts = [v["text"] for r in records for v in r["voices"]]
        cells = _logits(judge, [encode.encode(*p) for p in pairs], ("relation", "support"))
        voices = _logits(judge, [encode.encode(t) for t in texts], ("voice",))
        with file.with_suffix(".read.jsonl").open("w") as out:
            for record in records:
                n, m = len(record["cells"]), len(record["voices"])
                out.write(json.dumps({"cells": cells[:n], "voices": voices[:m]}) + "\n")
                cells, voices = cells[n:], voices[m:]


def _logits(judge, encodings, heads):
    order = sorted(range(len(encodings)), key=lambda k: len(encodings[k].ids))
    found = [None] * len(encodings)
    with torch.inference_mode():
        for at in range(0, len(order), SIZE):
            picked = order[at : at + SIZE]
            batch = batch_of([Row("", "")] * len(picked), [encodings[k] for k in picked])
            answers = judge(batch.ids, batch.mask, batch.segments)
            rows = torch.cat([answers[h] for h in heads], dim=1).tolist()
            for k, row in zip(picked, rows, strict=True):
                found[k] = [round(x, 3) for x in row]
    return found


if __name__ == "__main__":
    main()
