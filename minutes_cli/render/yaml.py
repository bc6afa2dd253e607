"""Reports as YAML, for programs and for people who keep records in it: every field, ISO dates."""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from minutes_cli.render.manner import Manner
from minutes_cli.render.plain_values import keyed
from minutes_cli.render.untrusted import UNSAFE_IN_STRINGS, escaped
from minutes_cli.report.values import Report

WIDTH = 110
"""Where long text is folded, in characters."""

_Safe: type[yaml.SafeDumper] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Dumper(_Safe):  # type: ignore[valid-type,misc]
    """PyYAML's safe dumper (in C where there is one), which writes no aliases and quotes what a terminal would obey."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        """Write every value in full: a reader should not have to look up ``*id001``."""
        return True


def _words(dumper: yaml.SafeDumper, words: str) -> yaml.ScalarNode:
    words = words.encode("utf-8", "replace").decode("utf-8")
    style = '"' if UNSAFE_IN_STRINGS.search(words) else "|" if "\n" in words else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", words, style=style)


_Dumper.add_representer(str, _words)


def render(reports: Sequence[Report], manner: Manner) -> str:
    """Write reports as YAML in block style, keys in their order; it reads back as the same values."""
    text: str = yaml.dump(keyed(reports, manner), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH)
    return UNSAFE_IN_STRINGS.sub(escaped, text)
