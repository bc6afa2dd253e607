"""Reports as JSON, for programs: every field, ISO dates, full identities. Source: RFC 8259."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date

from minutes_cli.render.manner import Manner
from minutes_cli.render.plain_values import keyed
from minutes_cli.render.untrusted import UNSAFE_IN_STRINGS, escaped
from minutes_cli.report.values import Report

_LONE = re.compile("[\ud800-\udfff]")


def render(reports: Sequence[Report], manner: Manner) -> str:
    """Write reports as JSON that a person can read, too; what a terminal would obey is escaped, and reads back."""
    text = json.dumps(keyed(reports, manner), ensure_ascii=False, indent=2, default=_iso)
    return _LONE.sub(escaped, UNSAFE_IN_STRINGS.sub(escaped, text)) + "\n"


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is no value of a report")
