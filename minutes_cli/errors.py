"""What can go wrong with a file of minutes, said so that the reader knows the next step.

Every error carries the exit code of the process that could not go on: 2 usage, 3 a source that
cannot be read, 4 a record whose edits would be lost.
"""

from __future__ import annotations


class MinutesError(Exception):
    """A problem with one file that a person can mend.

    ``message`` says what is wrong; ``hint`` names the next step ("Give the password with --password.").
    """

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        self.message = message
        self.hint = hint
        super().__init__(f"{message} {hint}".strip())


class UsageProblem(MinutesError):
    """The command was asked for something that cannot be: an unwritable output, a folder where a file is meant."""

    exit_code = 2


class SourceUnreadable(MinutesError):
    """These minutes, or this record, cannot be read: missing, empty, locked, scanned, broken, or no minutes at all."""

    exit_code = 3


class EditsWouldBeLost(MinutesError):
    """The record was edited by a person since it was written, and writing it again would lose that."""

    exit_code = 4
