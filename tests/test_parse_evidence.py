"""What shows that a paper is minutes: other papers with a date, a place and the word "meeting" are refused."""

from __future__ import annotations

import pytest

from minutes_cli.errors import SourceUnreadable
from minutes_cli.parse import parse
from minutes_cli.read import read_bytes

OTHER_PAPERS = {
    "a newsletter": (
        "Tarn Wood News\n\nDear members,\n\n"
        "We had a lovely spring. Thanks to Ann Ott and Bo Pike for the cakes. The fair is "
        "on 9 May 2031 at 2pm in the hall. Please bring a chair.\n\nDo come to our next meeting on 12 June.\n\n"
        "Yours, Cy\n"
    ),
    "a notice of meeting": (
        "Tarn Wood Parish Council\n\nNOTICE OF MEETING\n\n"
        "You are summoned to attend a meeting of the Parish Council on Monday "
        "9 June 2031 at 7.30pm in the hall.\n\nAGENDA\n\n1. Apologies for absence\n"
        "2. Declarations of interest\n3. Planning\n"
    ),
    "an agenda": (
        "# Rivet Working Group: agenda 2031-06-10\n\nJoin: the usual call\n\n## Attendees\n\n"
        "- Your name here\n\n## Agenda\n\n"
        "1. Approve the minutes of the last meeting\n2. Review issues\n"
    ),
    "a letter": (
        "Tarn Wood Parish Council\n\n13 May 2031\n\nDear Mrs Ott,\n\n"
        "Thank you for your letter about the pond. The Council will "
        "discuss it at its meeting on 9 June 2031 at 7.30pm.\n\nYours sincerely,\n\nBo Pike\nClerk\n"
    ),
    "release notes": "# Release notes, 2031-03-04\n\n## Fixed\n\n* the gate closes\n\n## Known faults\n\n* none\n",
    "a readme": (
        "# Meeting tools\n\nThis repository holds scripts to make meeting agendas.\n\n## Authors\n\n- Ann Ott\n"
        "- Bo Pike\n\n"
        "Released 2031-02-03.\n"
    ),
    "notes of a release": "Release notes, 4 March 2031\n\nThe gate\n\n- opens faster\n- shuts\n\nLamp\n\n- is new\n",
    "news of one decision": (
        "Tarn Wood News\n\nThe pond\n\nThe Council approved the new fence at its meeting in May. Come and see it.\n"
    ),
    "rules for minutes": (
        "# Board Minutes\n\nThe secretary shall follow these guidelines.\n\n"
        "1. The minutes shall show the place and date.\n"
        "2. Members present and members absent, by name.\n"
    ),
    "a template": (
        "# Meeting Minutes Template\n\n**Date:** YYYY-MM-DD\n\n**Attendees:**\n- [Name], [Title]\n\n"
        "## 1. Call to Order\n\n(Time)\n"
    ),
}
MINUTES = {
    "notes and a date": "# Notes, 2031-03-04\n\n## Fence\n\n* painted in May\n\n## Pond\n\n* frozen\n",
    "which meeting it was, and a decision": (
        "---\ntitle: Monthly general meeting, May 2031\n---\n\n## Pond\n\n### Fish\n\nThey thrive.\n\n### Fence\n\n"
        "The board resolved to paint the old fence green.\n\n### Rules\n\nThe rules of 4 April 2030 stand.\n"
    ),
    "marked actions and a resolution": (
        "## Sync 2031-03-04\n\n- release slipped a week\n- RESOLVED: drop the old gate\n\n"
        "ACTION: ann to tag the release\n"
    ),
    "a title and a date": "Minutes of the weekly standup\n\nMonday 4 March 2031\n\n1. Progress\n\n"
    "Work on the fence continued.\n",
    "notes of a day": "Notes, 4 March 2031\n\nFence\n\nWork on it goes on.\n\nPond\n\nFrozen.\n",
    "three decisions of a meeting": (
        "# Motions\n\n## Fence\n\nThe meeting resolved that the fence be painted.\n\n## Pond\n\n"
        "RESOLVED: that it be cleaned.\n\n"
        "## Lamp\n\nThe motion was carried unanimously.\n\nRESOLVED: that a new lamp be bought.\n"
    ),
    "no date": "Board minutes\n\nPresent: Ann Ott\n\n1. Fence\n\nPainted.\n\n2. Pond\n\nFrozen.\n",
    "German": "Protokoll der Vorstandssitzung\nDatum: 4. März 2031\nAnwesend: Anna Roth, Bernd Kuhn\n\n"
    "1. Haushalt\n\nBeschlossen.\n",
    "French": "Compte rendu de la réunion du 4 mars 2031\n\nPrésents : Anne Leroy, Bruno Petit\n\n1. Budget\n\n"
    "Approuvé.\n",
}


@pytest.mark.parametrize("content", OTHER_PAPERS.values(), ids=OTHER_PAPERS)
def test_other_papers_are_refused(content: str) -> None:
    with pytest.raises(SourceUnreadable):
        parse(read_bytes(content.encode(), "paper.md"))


@pytest.mark.parametrize("content", MINUTES.values(), ids=MINUTES)
def test_minutes_with_little_evidence_are_read(content: str) -> None:
    assert parse(read_bytes(content.encode(), "minutes.md")) is not None
