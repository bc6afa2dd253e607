"""The words that open a paragraph of minutes as its title, where only a point or nothing parts them from the text.

"Pumps. The pumps were inspected ..." and "Treasurer's Report The balance is ..." show nothing by themselves, sentences
begin so too; what they are is for the document to say (``plain_headings``).
"""

from __future__ import annotations

from minutes_cli.parse.heading_words import is_routine
from minutes_cli.parse.title_end import sentence_start, tells
from minutes_cli.wording import wording

POINT = wording(r"^([A-Z\d][^.:;,!?–]{1,40})\.\s+(?=[A-Z\d“\"($£€])")
MAX_LEAD = 5  # words of a title that a point parts from its text
SHORT_LEAD = 3  # words of a title that need not begin with capitals
CAPITALS = 0.5  # share of the words of a longer one that do
MIN_TEXT = 4  # words of the text behind a title that nothing parts from it


def lead(words: str) -> tuple[str, str] | None:
    """Cut "Pumps. The pumps were ..." into its title and the text behind it; None when it opens with a sentence."""
    found = POINT.match(words)
    if found:
        title = found[1]
        said = title.split()
        capitals = sum(not word[0].islower() for word in said)
        fits = len(said) <= SHORT_LEAD or (len(said) <= MAX_LEAD and capitals >= CAPITALS * len(said))
        return (title, words[found.end() :]) if fits and (is_routine(title) or not tells(f"it {title}")) else None
    cut = sentence_start(words)
    title = words[:cut].rstrip()
    if not cut or len(words[cut:].split()) < MIN_TEXT or not is_routine(title):
        return None
    return title, words[cut:]
