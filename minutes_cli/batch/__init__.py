"""The room of archives: files of minutes come in by the thousand, records and a manifest of what became of each go out.

``run`` puts the others together: ``found`` and ``sources`` find the files, ``naming`` says where their records go,
``plan`` what is left to do, ``reading`` reads one file, ``crew`` gives each processor a process and guards it,
``manifest`` remembers every outcome, ``twins`` finds minutes that are there twice. The command line knocks here.
"""

from __future__ import annotations
