"""The judge: a six-layer encoder over two sentences with five small heads."""

from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from judge.rows import RELATIONS, SUPPORT, TYPES, VOICES, Row

LENGTH = 112
HEADS = {"relation": RELATIONS, "support": SUPPORT, "kind": TYPES, "voice": VOICES}


class Judge(nn.Module):
    """Read two sentences; answer a logit a label and head, and a mark a token.

    ``forward`` takes token ids, attention mask and segment ids of shape [batch, length].
    """

    def __init__(self, base: Path) -> None:
        super().__init__()
        config = BertConfig.from_pretrained(base)
        self.encoder = BertModel.from_pretrained(base, config=config, add_pooling_layer=False)
        width = config.hidden_size
        self.dropout = nn.Dropout(0.1)
        self.pool = nn.Linear(2 * width, width)
        self.heads = nn.ModuleDict({name: nn.Linear(width, len(labels)) for name, labels in HEADS.items()})
        self.marks = nn.Linear(width, 1)

    def forward(self, ids: Tensor, mask: Tensor, segments: Tensor) -> dict[str, Tensor]:
        """Answer every head: logits of shape [batch, labels], marks of shape [batch, length]."""
        states = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=segments).last_hidden_state
        weights = mask.unsqueeze(-1).to(states.dtype)
        mean = (states * weights).sum(1) / weights.sum(1)
        pooled = torch.tanh(self.pool(self.dropout(torch.cat([states[:, 0], mean], dim=-1))))
        pooled = self.dropout(pooled)
        answers = {name: head(pooled) for name, head in self.heads.items()}
        answers["marks"] = self.marks(states).squeeze(-1)
        return answers


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows as tensors; a label of -1 means that the head learns nothing from the row."""

    ids: Tensor
    mask: Tensor
    segments: Tensor
    labels: dict[str, Tensor]
    marks: Tensor  # 1 for a token of the words that differ, 0 for others, -1 where nothing is known
    weights: Tensor


def tokenizer(base: Path) -> Tokenizer:
    """Load the tokenizer, cut to LENGTH tokens a pair."""
    loaded = Tokenizer.from_file(str(base / "tokenizer.json"))
    loaded.enable_truncation(LENGTH, strategy="longest_first")
    loaded.no_padding()
    return loaded


def batch_of(rows: list[Row], encodings: list) -> Batch:
    """Lay rows out as one padded batch."""
    width = max(len(e.ids) for e in encodings)

    def pad(values: list[list[int]], fill: int) -> Tensor:
        return torch.tensor([v + [fill] * (width - len(v)) for v in values])

    labels = {name: torch.tensor([_index(names, getattr(row, name)) for row in rows]) for name, names in HEADS.items()}
    return Batch(
        ids=pad([e.ids for e in encodings], 0),
        mask=pad([e.attention_mask for e in encodings], 0),
        segments=pad([e.type_ids for e in encodings], 0),
        labels=labels,
        marks=pad([_marked(r, e) for r, e in zip(rows, encodings, strict=True)], -1),
        weights=torch.tensor([r.weight for r in rows]),
    )


def loss_of(answers: dict[str, Tensor], batch: Batch, shares: dict[str, float]) -> Tensor:
    """Add up the heads' losses, each a mean over the rows that it learns from."""
    total = torch.zeros(())
    for name in HEADS:
        known = batch.labels[name] >= 0
        if known.any():
            loss = nn.functional.cross_entropy(
                answers[name][known], batch.labels[name][known], reduction="none", label_smoothing=0.05
            )
            total = total + shares[name] * (loss * batch.weights[known]).sum() / len(batch.weights)
    marked = batch.marks >= 0
    if marked.any():
        target = batch.marks[marked].float()
        loss = nn.functional.binary_cross_entropy_with_logits(answers["marks"][marked], target)
        total = total + shares["marks"] * loss
    return total


def _index(names: tuple[str, ...], name: str | None) -> int:
    return -1 if name is None else names.index(name)


def _marked(row: Row, encoding) -> list[int]:
    if row.words is None:
        return [-1] * len(encoding.ids)
    spans = [_span(row.a, row.words[0]), _span(row.b, row.words[1])]
    marks = []
    for sequence, (start, end) in zip(encoding.sequence_ids, encoding.offsets, strict=True):
        if sequence is None:
            marks.append(-1)
        else:
            low, high = spans[sequence]
            marks.append(int(low < end and start < high))
    return marks


def _span(text: str, words: str) -> tuple[int, int]:
    at = text.find(words)
    return (at, at + len(words)) if at >= 0 else (0, 0)
