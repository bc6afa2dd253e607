"""Fictional minutes, written once and made into text, Word and PDF files.

Every body, person, place and sentence is invented. ``sheet`` has the pieces that minutes are put together from; the
modules named after a body hold the words; ``as_text``, ``as_word`` and ``as_pdf`` make the files; ``truth/`` says
what a careful secretary reads off them. ``python -m tests.making`` makes everything again.
"""
