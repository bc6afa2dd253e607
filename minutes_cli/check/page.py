"""The page of the manual that explains every finding, written from the catalogue: ``docs/findings.md``.

Run ``python -m minutes_cli.check.page > docs/findings.md`` after a change of the catalogue; a test holds the two
together.
"""

from __future__ import annotations

from minutes_cli.check.catalogue import CATALOGUE, CHAPTERS, Entry

_HEAD = """# Findings

What `minutes check` and `minutes parse` say about minutes that a person should look at. Each finding is printed as
`file:page:line: CODE message`. **error**: the record cannot be used as it is (exit code 1). **warning**: somebody
should look. **note**: good to know. Nothing is ever changed because of a finding. `minutes explain CODE` prints one
entry.

<!-- Written from minutes_cli/check/catalogue.py by `python -m minutes_cli.check.page`; edit it there. -->
"""


def _entry(entry: Entry) -> str:
    """Write one code's part of the page."""
    return (
        f"\n### {entry.code} {entry.name} ({entry.severity})\n\n"
        f"{entry.meaning}\n\n*Why it matters.* {entry.why}\n\n*What to do.* {entry.remedy}\n"
    )


def page() -> str:
    """Give the manual's page of findings, in Markdown, a chapter for each letter."""
    parts = [_HEAD]
    for letter, title in CHAPTERS.items():
        parts.append(f"\n## {title}\n")
        parts.extend(_entry(entry) for entry in CATALOGUE.values() if entry.code.startswith(letter))
    return "".join(parts)


if __name__ == "__main__":
    import sys

    sys.stdout.write(page())
