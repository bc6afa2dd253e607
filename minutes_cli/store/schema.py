"""The record's shape, for programs and for editors that check while one types (JSON Schema 2020-12)."""

from __future__ import annotations

from typing import Any

from minutes_cli.model import SCHEMA_VERSION, Meeting

OPTIONAL_BY_HAND = {"how"}
"""Keys that a person who adds a row need not write: reading fills them in."""


def schema() -> dict[str, Any]:
    """Describe the record of a meeting as a JSON Schema; unknown keys are allowed everywhere, dates are ISO."""
    import msgspec

    whole = msgspec.json.schema(Meeting)
    parts = whole["$defs"]
    for part in parts.values():
        part.get("properties", {}).pop("extra", None)
        part["additionalProperties"] = True
        required = [key for key in part.get("required", ()) if key not in OPTIONAL_BY_HAND]
        part.pop("required", None)
        if required:
            part["required"] = required
        if "description" in part:
            part["description"] = part["description"].partition("\n\n")[0]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The record of one meeting's minutes (minutebook)",
        **whole,
        "$defs": parts | {"Meeting": _versioned(parts["Meeting"])},
    }


def _versioned(meeting: dict[str, Any]) -> dict[str, Any]:
    properties = meeting["properties"]
    return meeting | {"properties": properties | {"schema": {"type": "integer", "const": SCHEMA_VERSION}}}
