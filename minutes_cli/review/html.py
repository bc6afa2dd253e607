"""Write a review as one web page that stands alone: nothing is fetched, and a policy in its head forbids it.

Words from a document are escaped by jinja2, and boxes are placed by a style sheet of figures only. Sources: WCAG 2.2
(1.1.1, 1.4.1, 1.4.10, 1.4.13, 2.1.1, 2.4.7, 2.5.8); Content Security Policy Level 3.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING, Any

from minutes_cli.review.entries import Entry, entries_of
from minutes_cli.review.lay import Laid, lay_out
from minutes_cli.review.matter import Part, Review, Volume
from minutes_cli.review.words import fit

if TYPE_CHECKING:
    from jinja2 import Environment

GROUPS = {"head": "Heading", "attendees": "Attendees", "apologies": "Apologies", "items": "Items"}
GROUPS |= {"actions": "Actions", "decisions": "Decisions"}


def page(review: Review) -> str:
    """Write the page about one file of minutes."""
    laid = lay_out(review)
    title = fit(f"{review.document.file}: minutes and record side by side")
    records = [_record(part, laid, several=len(review.parts) > 1) for part in review.parts]
    return _written("review.html", title=title, rules=laid.rules, file=fit(review.document.file), sheets=laid.sheets,
                    records=records, drawn=any(sheet["picture"] for sheet in laid.sheets))  # fmt: skip


def index(title: str, volumes: list[Volume]) -> str:
    """Write the list of the pages of a book."""
    return _written("index.html", title=fit(title), rules="", volumes=[
        each._replace(name=fit(each.name), said=fit(each.said)) for each in volumes
    ])  # fmt: skip


def _written(template: str, *, rules: str, **what: Any) -> str:
    from markupsafe import Markup

    room = _room()
    style, script = (room.loader.get_source(room, f"review.{kind}")[0] for kind in ("css", "js"))  # type: ignore[union-attr]
    style += rules
    text = room.get_template(template).render(
        style=Markup(style),  # noqa: S704 - our own, and figures
        script=Markup(script),  # noqa: S704 - our own
        style_hash=_digest(style),
        script_hash=_digest(script),
        **what,
    )
    return text.rstrip("\n") + "\n"


@cache
def _room() -> Environment:
    """Make jinja2 ready: everything that is no markup of our own is escaped, and a slip in a name is an error."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("minutes_cli.review", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _digest(text: str) -> str:
    """Name a style or script by what it says, as a policy does."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _record(part: Part, laid: Laid, *, several: bool) -> dict[str, Any]:
    """Prepare one meeting's record: its entries in groups, each with the way to its boxes."""
    entries = entries_of(part.record)
    groups = []
    for name, title in GROUPS.items():
        of = "meeting" if name == "head" else name
        own = [entry for entry in entries if entry.key.split("/")[0] == of]
        groups.append({"title": title, "count": len(own), "id": f"g{part.number}-{name}",
                       "entries": [_entry(part, entry, laid) for entry in own]})  # fmt: skip
    when = part.record.meeting.date
    return {
        "title": f"Meeting {part.number}{f', {when.isoformat()}' if when else ''}" if several else "The record",
        "number": part.number,
        "groups": [group for group in groups if group["entries"]],
        "whole": [note for note in laid.notes if note["part"] == part.number and not note["flag"]],
    }


def _entry(part: Part, entry: Entry, laid: Laid) -> dict[str, Any]:
    places = laid.places.get((part.number, entry.key), [])
    return {
        "id": laid.entry_id(part.number, entry.key),
        "kind": entry.kind,
        "label": fit(entry.label),
        "text": fit(entry.text),
        "facts": [(name, fit(words)) for name, words in entry.facts if words != entry.text and name != "text"],
        "long": fit(dict(entry.facts).get("text", "")),
        "places": places,
        "notes": [
            note for note in laid.notes
            if note["part"] == part.number and entry.page and (note["page"], note["line"]) == (entry.page, entry.line)
        ],
    }  # fmt: skip
