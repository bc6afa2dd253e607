"""Every finding that minutes can give rise to: its stable code, and what it means to the person who reads it.

A code is never reused or renumbered. ``docs/findings.md`` is written from this table by
``python -m minutes_cli.check.page``.
"""

from __future__ import annotations

import msgspec

from minutes_cli.model import Severity


class Entry(msgspec.Struct, frozen=True):
    """One code: ``name`` in kebab case, its ``meaning``, ``why`` it matters, and what to do (``remedy``)."""

    code: str
    name: str
    severity: Severity
    meaning: str
    why: str
    remedy: str


CHAPTERS = {
    "M": "The meeting",
    "P": "People",
    "A": "Actions",
    "I": "Items and decisions",
    "D": "Dates and times",
    "R": "Reading",
    "B": "The book",
    "L": "The action log",
}

_ENTRIES = (
    Entry("M100", "nothing-read", "error", "Neither attendees nor items of business were found.",
          "The record is empty: the file holds no minutes, or in a layout that is not understood.",
          "Check that it is the right file. `minutes trace FILE` shows how each line was read."),
    Entry("M101", "no-attendees", "warning", "No list of those present was found.",
          "Without it owners cannot be matched with people, and attendance is not reported.",
          "Add `attendees` to the record, or a heading such as “Present:” to the minutes."),
    Entry("M102", "no-items", "warning", "No items of business were found.",
          "Actions and decisions cannot be placed under an item.",
          "Check the headings of the minutes; add `agenda` to the record where the reports need it."),
    Entry("M103", "no-date", "warning", "The date of the meeting was not found.",
          "Due dates such as “end of March”, ages and the order of meetings all count from it.",
          "Write the date in the record: `meeting: date: 2031-03-04`."),
    Entry("M104", "no-body", "warning", "The minutes do not say which body met.",
          "Records of several bodies in one folder are told apart by it.",
          "Write the body's name in the record: `meeting: body: ...`."),
    Entry("M105", "no-actions", "note", "No actions were found.",
          "That may be so; it may also be that they are marked in a way that is not understood.",
          "Look through the minutes once; add what is missing under `actions`."),
    Entry("M106", "no-chair", "note", "The minutes do not say who was in the chair.",
          "Formal minutes name the chair, who signs them.",
          "Write `capacity: chair` beside the person, or “(Chair)” after the name in the minutes."),
    Entry("P201", "unknown-initials", "warning", "Initials are used that nobody on the attendance list has.",
          "An owner or speaker cannot be told; most often two letters were confused in typing.",
          "Ask who is meant among the people named in the finding, and correct the minutes. Nothing was changed."),
    Entry("P202", "item-of-attendee-missing", "warning", "Somebody is listed as there for an item that does not exist.",
          "Either the list or the numbering of the items is wrong, often since the agenda was renumbered.",
          "Correct the number in the attendance list, or the heading of the item."),
    Entry("P203", "speaks-outside-item", "warning", "Somebody listed for some items only speaks in another.",
          "The attendance list is wrong, or the words are the wrong person's. It matters for confidential items.",
          "Correct the items in the list, or the name in the text."),
    Entry("P204", "present-and-absent", "warning", "The same person is listed as present and with apologies.",
          "The attendance report counts them twice.", "Take them out of one of the two lists."),
    Entry("P205", "same-name-twice", "warning", "The same name stands twice in the attendance list.",
          "Attendance is counted twice, or two people of one name cannot be told apart.",
          "Delete one, or add what tells the two apart."),
    Entry("P206", "same-initials", "warning", "Two people on the list have the same initials.",
          "An action for these initials has two readings; none is chosen.",
          "Give one of them a third letter, in the list and in the text."),
    Entry("A301", "no-owner", "warning", "An open action has no owner.",
          "Nobody will be reminded of it.", "Write who is to do it under `owners`."),
    Entry("A302", "owner-absent", "warning", "The owner of an action had sent apologies.",
          "They may not know that the task is theirs.", "Tell them, or send them the minutes."),
    Entry("A303", "owner-not-listed", "warning", "The owner of an action is on no attendance list.",
          "The name may be misspelt, or somebody outside the meeting was given a task.",
          "Check the spelling; else make sure that they are told."),
    Entry("A304", "reference-missing", "warning", "A number is missing from a run of action references.",
          "An action may have been dropped from the minutes, or not been read.",
          "Look for it in the minutes, and add it to the record or correct the numbers."),
    Entry("A305", "reference-repeated", "warning", "Two actions have the same reference.",
          "Later minutes that speak of the number mean either.", "Renumber one of them."),
    Entry("A306", "owner-disagrees", "warning", "The text of an action names another owner than its owner column does.",
          "Each of the two may believe it is for the other.", "Ask who is meant, and correct one of the two."),
    Entry("A307", "commitment-unrecorded", "warning", "Somebody took a task on in the text, and no action records it.",
          "It will be in no action log.", "Add it under `actions` when it was meant as an action; else leave it."),
    Entry("A308", "owner-ambiguous", "warning", "The owner of an action may be either of several people.",
          "The task goes to nobody's list until one is chosen.", "Write the full name or the initials under `owners`."),
    Entry("A309", "action-item-missing", "warning", "An action belongs to an item that does not exist.",
          "The report cannot show what the action came from.", "Correct `item`, or add the item to `agenda`."),
    Entry("A310", "action-without-words", "warning", "An action does not say what is to be done.",
          "Its row in the minutes is empty, or its words stand in another column.",
          "Write the task under `text`, or delete the row."),
    Entry("A311", "action-twice", "note", "The same action for the same owners is recorded twice.",
          "It is counted twice in the log.", "Delete one of the two."),
    Entry("I401", "item-out-of-order", "warning", "An item's number is lower than that of the item before it.",
          "The minutes may have been pasted together, or a number misread.", "Check the headings around it."),
    Entry("I402", "item-missing", "warning", "A number is missing between two items.",
          "An item may have been left out, or its heading was not read as one.",
          "Look for it in the minutes; add it to `agenda` if it is there."),
    Entry("I403", "item-repeated", "warning", "Two items have the same number.",
          "Actions and decisions under that number belong to either.", "Renumber one of them."),
    Entry("I404", "decision-without-words", "warning", "A decision does not say what was decided.",
          "The decision register has an empty row.", "Write it under `text`, or delete the row."),
    Entry("I405", "decision-item-missing", "note", "A decision belongs to an item that does not exist.",
          "The register cannot show what it was about.", "Correct `item`, or add the item to `agenda`."),
    Entry("D501", "date-cannot-be", "error", "A date is given that no calendar has.",
          "What is due then is due never.", "Correct the date in the minutes or the record."),
    Entry("D502", "due-before-meeting", "warning", "An action is due before the meeting that set it.",
          "The year or the month is wrong, and the action will be shown as overdue.", "Correct `due`."),
    Entry("D503", "ends-before-start", "warning", "The meeting ends before it starts.",
          "One of the two times is wrong, often by “am” and “pm”.", "Correct `start` or `end`."),
    Entry("D504", "next-before-meeting", "warning", "The next meeting is not after this one.",
          "Actions due “by the next meeting” take their date from it.", "Correct `next`, or the date of the meeting."),
    Entry("D505", "meeting-far-off", "warning", "The date of the meeting is far from any likely one.",
          "A digit of the year is wrong; every due date counted from it is too.", "Correct `meeting: date`."),
    Entry("D506", "due-not-understood", "note", "The words that say when an action is due were not understood.",
          "The action has no date, so it is never shown as overdue.",
          "Write the date under `due: date`; the words stay."),
    Entry("D507", "weekday-disagrees", "warning", "A date and the weekday beside it do not agree.",
          "One of the two is wrong; people will remember the other.", "Find out which is meant, and correct it."),
    Entry("R601", "unreadable-characters", "warning", "Some characters of the minutes could not be read.",
          "Words are lost there: the file's font or encoding does not say which letters it shows.",
          "Compare the place with the minutes, and correct the text in the record."),
    Entry("R602", "person-without-name", "warning", "Somebody in the attendance list has neither name nor initials.",
          "The row was read wrongly; who came cannot be told.", "Write the name, or delete the row."),
    Entry("R603", "changes-open", "warning", "Tracked changes in the file are neither accepted nor rejected.",
          "Two people can read two different minutes in it. The record has one of them: with all changes accepted, or, "
          "after `--changes original`, as it stood before them.",
          "Accept or reject the changes in Word (Review > Changes) and read the file again."),
    Entry("R620", "read-from-attachment", "note", "The minutes stand in a file that is attached to the mail.",
          "The record is that of the attachment; the mail's own text is not in it.",
          "Nothing, when it is the right one. Else save the right file from the mail and read that."),
    Entry("R610", "several-meetings", "note", "The file holds the minutes of several meetings.",
          "Each meeting has a record of its own, named by its date. Were the file parted wrongly, a record would hold "
          "what another meeting said.",
          "Look whether the number is right. `--meeting 2` reads the second of the file alone."),
    Entry("R611", "characters-repaired", "note", "Damaged characters in the file were repaired.",
          "What stood there is certain (“donâ€™t” can only be “don’t”), but the file was damaged on its way, and other "
          "damage may not show.",
          "Compare the place that is named with the minutes; ask for the file as it was first saved if more is wrong."),
    Entry("R630", "pages-unread", "warning", "Pages of the file are pictures, and nothing was read from them.",
          "A scan among typed pages, or print drawn as outlines: what stands there is missing from the record.",
          "Read the file again: `minutes parse --ocr FILE`. It needs an extra: `pip install 'minutebook[ocr]'`."),
    Entry("R631", "read-with-doubt", "note", "Words of a scanned page may be others than those that were read.",
          "Letters that run together or fade are taken for others; in a name, a date or a sum that matters.",
          "Compare the words with the page, and correct the record where they differ."),
    Entry("B701", "book-key-unknown", "warning", "minutebook.yaml has a key that is not known.",
          "What stands there has no effect: often a slip of the pen, or a key of a newer version.",
          "Compare the key with those of `minutes schema --book`, or remove it."),
    Entry("L801", "action-vanished", "warning", "An open action is passed over by later minutes that take up others.",
          "Nobody closed it, and nobody asks for it any more: so tasks are forgotten.",
          "Take it up at the next meeting, or record what became of it: `minutes update ID --status done`."),
    Entry("L802", "action-reopened", "warning", "An action was closed, and later minutes have it as still to do.",
          "Either it was closed too early, or the later minutes were copied from an old list.",
          "Find out which, and record it: `minutes update ID --status ...`."),
    Entry("L803", "follow-ups-disagree", "warning", "Minutes say different things of one action.",
          "One meeting has it as closed and as open, or it was done here and dropped there; the last word counts.",
          "Compare both places with what happened, and record it: `minutes update ID --status ...`."),
    Entry("L804", "follow-up-unclear", "note", "Minutes say something that may be about an earlier action.",
          "Nothing was changed by it: what is told in passing, or fits several actions, is for a person to decide.",
          "Look through `minutes carry-forward --review`."),
    Entry("L805", "actions-not-followed-up", "note", "Minutes take up few or none of the actions that were open.",
          "The body does not follow its actions up in its minutes, or the way it does was not understood.",
          "Look whether the minutes have a review of actions; record what became of them with `minutes update`."),
)  # fmt: skip

CATALOGUE: dict[str, Entry] = {entry.code: entry for entry in _ENTRIES}
