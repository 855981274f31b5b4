"""The JSON Schema of a rule file, for editors that complete and check YAML while one writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from xcheck.engine.facts import FACTS, GATES, JUDGED, OUTCOMES, PAIRED, SLOTS
from xcheck.engine.validate import LEAST_EXAMPLES
from xcheck.records.finding import DivergenceType
from xcheck.records.rule import Rule
from xcheck.records.slots import VARIANTS


def rule_schema() -> dict[str, Any]:
    """The schema (draft 2020-12) of what ``engine.load`` accepts, facts, values and gates included."""
    schema = _lean(Rule.model_json_schema())
    keys = schema["properties"]
    keys["unless"] = {"description": keys["unless"]["description"], **_one_or_more({"enum": list(GATES)}, least=0)}
    keys["when"] = {"type": "object", "description": keys["when"]["description"], "minProperties": 1}
    keys["examples"]["minItems"] = 2 * LEAST_EXAMPLES
    schema["$defs"] |= {_outcomes(slot): _one_or_more({"enum": _varied(slot)}) for slot in SLOTS}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "A rule of xcheck",
        "description": "See docs/rules.md.",
        "allOf": [_divergence(), *(_facts(subject) for subject in FACTS)],
    }


def _lean(schema: Any) -> Any:
    """The schema without titles that repeat the key, and without nulls, which a rule file cannot write."""
    if isinstance(schema, list):
        return [_lean(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _lean(part) for key, part in schema.items() if key != "title" and (key, part) != ("default", None)}
    either = kept.pop("anyOf", [])
    written = [part for part in either if part != {"type": "null"}]
    return {**kept, **written[0]} if len(written) == 1 else {**kept, **({"anyOf": written} if written else {})}


def _divergence() -> dict[str, Any]:
    return {
        "if": {"properties": {"kind": {"const": "divergence"}}},
        "then": {"required": ["type"], "properties": {"type": {"enum": [*get_args(DivergenceType), JUDGED]}}},
    }


def _facts(subject: str) -> dict[str, Any]:
    """What ``when`` may hold in a rule on pairs (the default of ``on``) or on claims."""
    said = {"properties": {"on": {"const": subject}}}
    return {
        "if": said if subject == "pair" else {**said, "required": ["on"]},
        "then": {
            "properties": {"when": {"properties": _values(FACTS[subject], subject), "additionalProperties": False}}
        },
    }


def _values(facts: Mapping[str, Sequence[str]], subject: str) -> dict[str, Any]:
    slots = SLOTS if subject in PAIRED else ()
    return {
        fact: {"$ref": f"#/$defs/{_outcomes(fact)}"} if fact in slots else _one_or_more({"enum": list(values)})
        for fact, values in facts.items()
    }


def _outcomes(slot: str) -> str:
    """The name of the definition that lists the outcomes of a slot."""
    return f"{slot}-outcome"


def _varied(slot: str) -> list[str]:
    """Every outcome of a slot, plain and with each of its variants behind a slash."""
    own = VARIANTS[slot]
    return [*OUTCOMES, *(f"{outcome}/{variant}" for outcome, known in own.items() for variant in known)]


def _one_or_more(item: dict[str, Any], least: int = 1) -> dict[str, Any]:
    return {"anyOf": [item, {"type": "array", "items": item, "minItems": least}]}
