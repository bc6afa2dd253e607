"""The record's shape, for programs and for editors that check while one types (JSON Schema 2020-12)."""

from __future__ import annotations

from typing import Any

from minutes_cli.model import SCHEMA_VERSION, Meeting, Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"

OPTIONAL_BY_HAND = {"how"}
"""Keys that a person who adds a row need not write: reading fills them in."""


def schema() -> dict[str, Any]:
    """Describe the record of a meeting as a JSON Schema; unknown keys are allowed everywhere, dates are ISO."""
    whole, parts = _shape(Meeting)
    return {
        "$schema": DIALECT,
        "title": "The record of one meeting's minutes (minutebook)",
        **whole,
        "$defs": parts | {"Meeting": _versioned(parts["Meeting"])},
    }


def book_schema() -> dict[str, Any]:
    """Describe ``minutebook.yaml`` as a JSON Schema; in lists of names and of dates, one word will do for an entry."""
    from minutes_cli.book import Book
    from minutes_cli.store.book import SHORTHANDS

    whole, parts = _shape(Book)
    properties = parts["Book"]["properties"]
    for key, meant in SHORTHANDS.items():
        entry = properties[key]["items"]
        word = parts[entry["$ref"].rpartition("/")[2]]["properties"][meant]
        properties[key]["items"] = {"anyOf": [word, entry]}
    return {"$schema": DIALECT, "title": "What a minute book says of itself: minutebook.yaml", **whole, "$defs": parts}


def _shape(record: type[Record]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give the schema of a record and of its parts, with unknown keys allowed."""
    import msgspec

    whole = msgspec.json.schema(record)
    parts = whole.pop("$defs")
    for part in parts.values():
        part.get("properties", {}).pop("extra", None)
        part["additionalProperties"] = True
        required = [key for key in part.get("required", ()) if key not in OPTIONAL_BY_HAND]
        part.pop("required", None)
        if required:
            part["required"] = required
        if "description" in part:
            part["description"] = part["description"].partition("\n\n")[0]
    return whole, parts


def _versioned(meeting: dict[str, Any]) -> dict[str, Any]:
    properties = meeting["properties"]
    return meeting | {"properties": properties | {"schema": {"type": "integer", "const": SCHEMA_VERSION}}}
