"""Write the trained judge as one int8 ONNX file with its card: python -m judge.export WEIGHTS --base DIR --out DIR."""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from judge.model import LENGTH, Judge
from judge.rows import RELATIONS, SUPPORT, TYPES, VOICES

OUTPUTS = ("relation", "support", "kind", "voice", "marks")


class _Flat(torch.nn.Module):
    """The judge with its answers as a tuple, as ONNX wants them."""

    def __init__(self, judge: Judge) -> None:
        super().__init__()
        self.judge = judge

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, segments: torch.Tensor) -> tuple[torch.Tensor, ...]:
        answers = self.judge(ids, mask, segments)
        return tuple(answers[name] for name in OUTPUTS)


def main() -> None:
    """Read the arguments and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("../src/xcheck/judge"))
    parser.add_argument("--name", required=True, help="name and version of the weights")
    args = parser.parse_args()
    judge = Judge(args.base)
    judge.load_state_dict(torch.load(args.weights))
    judge.eval()
    example = torch.randint(1000, 5000, (2, 16))
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            _Flat(judge),
            (example, torch.ones_like(example), torch.zeros_like(example)),
            str(plain),
            input_names=["ids", "mask", "segments"],
            output_names=list(OUTPUTS),
            dynamic_axes={n: {0: "batch", 1: "length"} for n in ("ids", "mask", "segments")}
            | {n: {0: "batch"} for n in OUTPUTS[:-1]}
            | {"marks": {0: "batch", 1: "length"}},
            opset_version=17,
            dynamo=False,
        )
        target = args.out / "judge.onnx"
        # Seven bits of eight: without VNNI the products of full int8 overflow, and processors would differ.
        quantize_dynamic(str(plain), str(target), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    card = {
        "name": args.name,
        "base": "all-MiniLM-L6-v2",
        "longest": LENGTH,
        "relations": RELATIONS,
        "support": SUPPORT,
        "types": TYPES,
        "voices": VOICES,
        "sha256": hashlib.sha256(target.read_bytes()).hexdigest(),
    }
    (args.out / "judge.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    print(target, target.stat().st_size)


if __name__ == "__main__":
    main()
