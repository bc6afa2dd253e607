"""Minutes in, action log out: read the minutes of formal meetings into records, and report on their actions."""

__version__ = "0.1.0"
