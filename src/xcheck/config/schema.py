"""The JSON Schema of ``xcheck.toml``, for editors that complete and check TOML while one writes."""

from __future__ import annotations

from typing import Any

from xcheck.config.settings import Config


def config_schema() -> dict[str, Any]:
    """The schema (draft 2020-12) of what ``config.load`` accepts."""
    schema = Config.model_json_schema(by_alias=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "The configuration of xcheck",
        "description": "See docs/configuration.md.",
    }
