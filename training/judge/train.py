"""Train one stage of the judge: python -m judge.train STAGE ... (run in training/)."""

import argparse
import json
import math
import random
import time
from pathlib import Path

import torch

from judge import rows as data
from judge.edits import edited
from judge.model import HEADS, Judge, batch_of, loss_of, tokenizer

SHARES = {"relation": 1.0, "support": 0.7, "kind": 0.3, "voice": 0.7, "marks": 0.4}


def fit(model, encode, rows, *, passes, rate, size, seed, save, log):
    """Fit the model on rows, in batches of like length; keep a checkpoint after each pass."""
    rng = random.Random(seed)
    torch.manual_seed(seed)
    encodings = [encode.encode(r.a, r.b) if r.b else encode.encode(r.a) for r in rows]
    steps = math.ceil(len(rows) / size) * passes
    optimizer = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=0.01, fused=True)
    warm = max(1, steps // 12)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, max(0.02, (steps - s) / max(1, steps - warm)))
    )
    model.train()
    step, began, seen, running = 0, time.time(), 0, 0.0
    for turn in range(passes):
        order = list(range(len(rows)))
        rng.shuffle(order)
        chunks = [
            sorted(order[i : i + size * 40], key=lambda k: len(encodings[k].ids))
            for i in range(0, len(order), size * 40)
        ]
        batches = [c[i : i + size] for c in chunks for i in range(0, len(c), size)]
        rng.shuffle(batches)
        for picked in batches:
            batch = batch_of([rows[k] for k in picked], [encodings[k] for k in picked])
            loss = loss_of(model(batch.ids, batch.mask, batch.segments), batch, SHARES)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step, seen, running = step + 1, seen + len(picked), 0.98 * running + 0.02 * loss.item()
            if step % 50 == 0:
                print(
                    f"pass {turn} step {step}/{steps} loss {running:.3f} {seen / (time.time() - began):.0f} rows/s",
                    file=log,
                    flush=True,
                )
        torch.save(model.state_dict(), save)


def stage_rows(args) -> list[data.Row]:
    """Choose the rows of a stage; events of the held fold stay out."""
    shared = args.shared
    rng = random.Random(args.seed)
    if args.stage == "public":
        return data.sampled(data.public(shared / "nli.jsonl.gz", data.SHORT), data.FIRST, rng)
    own = args.own
    written = data.typed([shared / "typed.jsonl", *sorted(own.glob("typed-*.jsonl"))])
    passages = data.drafts(sorted(own.glob("draft-*.jsonl")))
    pairs = [
        p for p in data.coverage(shared / "coverage.jsonl.gz") if data.fold_of(p["group"], args.folds) != args.held
    ]
    minis = [p for path in sorted(own.glob("mini-*.jsonl")) for p in data.coverage(path)]
    real = [row for p in pairs + minis for row in data.cells(p, others=args.others, seed=args.seed)]
    turned = [data.swapped(r) for r in written + [r for r in real if r.relation == "differ"]]
    turned += [data.swapped(r) for r in real if r.relation == "same" and rng.random() < args.turned]
    differing = [r for r in real if r.relation == "differ"]
    spoken = [row for p in pairs for row in data.voices(p)]
    voiced = [r for r in spoken if r.voice != "none"]
    plain = rng.sample([r for r in spoken if r.voice == "none"], min(len(spoken) - len(voiced), 2 * len(voiced)))
    general = [
        data.Row(r.a, r.b, None, r.support, source=r.source)
        for r in data.sampled(data.public(shared / "nli.jsonl.gz"), data.SECOND, rng)
    ]
    wice = data.wice(shared / "support-wice.jsonl")
    texts = [s for p in pairs + minis for side in "ab" for s in p["sentences"][side]] + [r.a for r in written]
    edits = edited(texts, harmless=args.edits, harmful=args.edits, seed=args.seed)
    if args.once:
        written = [data.swapped(r) if rng.random() < 0.5 else r for r in written]
        turned = []
    return written + passages * 2 + wice + real + differing + turned + voiced + plain + general + edits


def main() -> None:
    """Read the arguments and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stage", choices=("public", "news"))
    parser.add_argument(
        "--base", type=Path, required=True, help="folder of the encoder: config.json, model.safetensors, tokenizer.json"
    )
    parser.add_argument("--shared", type=Path, default=Path("../../shared/training"))
    parser.add_argument("--own", type=Path, default=Path("data"))
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--save", type=Path, required=True)
    parser.add_argument("--passes", type=int, default=1)
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--size", type=int, default=32)
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--held", type=int, default=-1, help="the fold of events to leave out")
    parser.add_argument("--others", type=int, default=8, help="other pairs of sentences kept from a pair of articles")
    parser.add_argument("--edits", type=int, default=1500, help="harmless edits of sentences, and as many harmful ones")
    parser.add_argument("--once", action="store_true", help="read each written pair in one order only")
    parser.add_argument(
        "--turned", type=float, default=0.5, help="share of agreeing pairs also read in the other order"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    rows = stage_rows(args)
    model = Judge(args.base)
    if args.start:
        model.load_state_dict(torch.load(args.start))
    log = args.save.with_suffix(".log").open("w")
    counts = {name: sum(getattr(r, name) is not None for r in rows) for name in HEADS}
    print(json.dumps({"rows": len(rows), **counts}), file=log, flush=True)
    fit(
        model,
        tokenizer(args.base),
        rows,
        passes=args.passes,
        rate=args.rate,
        size=args.size,
        seed=args.seed,
        save=args.save,
        log=log,
    )


if __name__ == "__main__":
    main()
