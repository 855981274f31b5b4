"""Let trained weights read the cells that verdict.collect wrote: python -m judge.read WEIGHTS --base DIR FILE.jsonl ..."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch

from judge.model import Judge, batch_of, tokenizer
from judge.rows import Row

SIZE = 32


def main() -> None:
    """Write FILE.read.jsonl beside each file: one list of logits a cell, in both orders."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--both", action="store_true", help="read each pair in both orders")
    args = parser.parse_args()
    judge = Judge(args.base)
    judge.load_state_dict(torch.load(args.weights))
    judge.eval()
    encode = tokenizer(args.base)
    for file in args.files:
        records = [json.loads(line) for line in file.open(encoding="utf-8")]
        pairs = [tuple(sorted((c["a"], c["b"]))) for r in records for c in r["cells"]]
        orders = [_logits(judge, encode, pairs)]
        if args.both:
            orders.append(_logits(judge, encode, [(b, a) for a, b in pairs]))
        with file.with_suffix(".read.jsonl").open("w") as out:
            at = 0
            for record in records:
                n = len(record["cells"])
                out.write(json.dumps([o[at : at + n] for o in orders]) + "\n")
                at += n


def _logits(judge, encode, pairs):  # noqa: ANN001, ANN202
    encodings = [encode.encode(a, b) for a, b in pairs]
    order = sorted(range(len(pairs)), key=lambda k: len(encodings[k].ids))
    found = [None] * len(pairs)
    with torch.inference_mode():
        for at in range(0, len(order), SIZE):
            picked = order[at : at + SIZE]
            batch = batch_of([Row(*pairs[k]) for k in picked], [encodings[k] for k in picked])
            answers = judge(batch.ids, batch.mask, batch.segments)
            both = torch.cat([answers["relation"], answers["support"]], dim=1)
            for k, row in zip(picked, both.tolist(), strict=True):
                found[k] = [round(x, 3) for x in row]
    return found


if __name__ == "__main__":
    main()
