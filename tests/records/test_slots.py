"""The table of slots: complete, and true of the records that it speaks of."""

from __future__ import annotations

from typing import get_args

from xcheck.comparison.compare import OF_DRAFTS, OF_PEERS
from xcheck.records.claim import Claim
from xcheck.records.comparison import Outcome, Slot
from xcheck.records.finding import DivergenceType
from xcheck.records.slots import SLOT_OF_TYPE, TABLE, slots_by_heading

SLOTS = set(get_args(Slot))


def test_every_slot_has_one_entry_and_a_comparator_of_peers_and_of_drafts() -> None:
    assert set(TABLE) == set(OF_PEERS) == set(OF_DRAFTS) == SLOTS


def test_every_type_of_divergence_turns_on_one_slot() -> None:
    listed = [kind for own in TABLE.values() for kind in own.types]
    assert sorted(listed) == sorted(get_args(DivergenceType))
    assert SLOT_OF_TYPE["modality"] == "certainty"
    assert SLOT_OF_TYPE["quantity-unknown"] == "quantity"


def test_the_fields_are_those_of_a_claim_and_lists_where_the_table_says_so() -> None:
    for slot, own in TABLE.items():
        if own.field:
            default = Claim.model_fields[own.field].default
            assert (default == ()) is own.is_list, slot


def test_what_outcomes_the_table_names_there_are() -> None:
    outcomes = {o for own in TABLE.values() for found in (own.variants, *own.clashes.values()) for o in found}
    assert outcomes <= set(get_args(Outcome))


def test_only_what_is_a_detail_of_its_own_settles() -> None:
    settling = {slot for slot, own in TABLE.items() if own.settles}
    assert settling == {"quantity", "time", "place", "role", "quote"}
    assert {slot for slot, own in TABLE.items() if own.of_events} <= settling


def test_the_review_shows_each_slot_once_and_who_in_one_row() -> None:
    rows = slots_by_heading()
    assert rows["Who"] == ("people", "role")
    assert sorted(slot for slots in rows.values() for slot in slots) == sorted(SLOTS - {"content", "word"})
