"""Decisions, attendance and the audit of a fictional council's year, as they are put out, to the letter."""

# ruff: noqa: E501 - a Markdown row is as long as what it says

from __future__ import annotations

from datetime import date

from minutes_cli.register import gather, held_by, proceedings
from minutes_cli.render import render
from minutes_cli.report import action_audit, attendance, decision_register
from tests.ledger_board import AS_OF, BOOK, RECORDS

YEAR = proceedings(RECORDS, AS_OF, BOOK)
DECISIONS_80 = """\
Decision register
Sallowfield Commons Council, as of 31 December 2031

Meeting of 7 January 2031
Ref   Item  Decision                               Proposed     Vote
----- ----- -------------------------------------- ------------ ----------------
31/1  2     The ford:                              Bram Yarrow  5 for, 1 against
            The ford is closed to carts from
            November to March.
            Seconded Dora Vetch · Page 1

31/2  3     Grazing:
            Grazing fees stay as they are.
            Page 2

Meeting of 7 December 2031 (draft minutes)
Ref   Item  Decision                               Proposed     Vote
----- ----- -------------------------------------- ------------ ----------------
      5     The café at the ford:                               unanimous
            The café may open on Sundays.
            Page 2

12 records, 3 decisions, 10 meetings without decisions; as of 2031-12-31.
"""
ATTENDANCE_80 = """\
Attendance
Sallowfield Commons Council, as of 31 December 2031

Members
                                      7    7    7    7    7    7
Name                 Attended  Share  Jan  Feb  Mar  Apr  May  Jun
-------------------- --------- ------ ---- ---- ---- ---- ---- ---
Edwin Rush (ER)      7 of 11    64 %  P    A    P    A    P    A
Fenn Rush            7 of 11    64 %  P    A    P    A    P    -
Cato Sedge (CS)      5 of 8     63 %  P    R    A    P    P    A
Ada Thistle (AT)     11 of 11  100 %  P    P    P    P    P    P
Dora May Vetch (DV)  9 of 11    82 %  P    P    Pt   P    P    P
Bram Yarrow (BY)     10 of 11   91 %  P    P    P    P    Ad   P

                     7    7    7    7    7
Name                 Jul  Sep  Oct  Nov  Dec
-------------------- ---- ---- ---- ---- ---
Edwin Rush (ER)      A    P    P    P    P
Fenn Rush            -    P    P    R    P
Cato Sedge (CS)      A    P
Ada Thistle (AT)     P    P    P    P    P
Dora May Vetch (DV)  A    P    P    P    X
Bram Yarrow (BY)     P    P    P    P    P

Deputies
                                      7    7    7    7    7    7
Name                 Attended  Share  Jan  Feb  Mar  Apr  May  Jun
-------------------- --------- ------ ---- ---- ---- ---- ---- ---
Gil Moss             1                                    D

In attendance
                                      7    7    7    7    7    7
Name                 Attended  Share  Jan  Feb  Mar  Apr  May  Jun
-------------------- --------- ------ ---- ---- ---- ---- ---- ---
Hob Teasel           2                P    P
Adah Thistle         1

                     7    7    7    7    7
Name                 Jul  Sep  Oct  Nov  Dec
-------------------- ---- ---- ---- ---- ---
Hob Teasel
Adah Thistle                   P

P present; Pt present in part; R by phone or online; D as somebody's deputy; Ad
apologies, a deputy came; A apologies; X absent; - not named in the minutes.
Attended counts from the first meeting that names a member to the last one, for
the roster to the latest.
12 records, 9 people from 7 January 2031 to 7 December 2031; as of 2031-12-31.
Not counted, as the minutes name nobody: Meeting of 7 August 2031.
On the roster, and named in none of these minutes: Nessa Pike.


Organisations

                                             7    7    7    7    7    7
Organisation      People  Attended  Share  Jan  Feb  Mar  Apr  May  Jun
----------------- ------- --------- ------ ---- ---- ---- ---- ---- ---
Parish of Sallow       2  11 of 11  100 %    2    2    2    2    2    2
Who Ada Thistle,
Dora May Vetch

Water Trust            3  11 of 11  100 %    2    1    2    1    2    1
Who Bram Yarrow,
Fenn Rush, Gil
Moss

                    7    7    7    7    7
Organisation      Jul  Sep  Oct  Nov  Dec
----------------- ---- ---- ---- ---- ---
Parish of Sallow    1    2    2    2    1
Water Trust         1    2    2    2    2

Counted: the people of each organisation who came. 0: named, and nobody came.
Empty: not named.


Meeting by meeting

Meeting     Members  Present  Apologies  Absent  Others  Quorum  Quorate
----------- -------- -------- ---------- ------- ------- ------- -------
7 Jan 2031        6        6          0       0       1       3  yes
7 Feb 2031        6        4          2       0       1       3  yes
7 Mar 2031        6        5          1       0       0       3  yes
7 Apr 2031        6        4          2       0       0       3  yes
7 May 2031        6        6          1       0       0       3  yes
7 Jun 2031        6        3          2       1       0       4  no
7 Jul 2031        6        2          3       1       0       3  no
7 Sep 2031        6        6          0       0       0       3  yes
7 Oct 2031        5        5          0       0       1       3  yes
7 Nov 2031        5        5          0       0       0       3  yes
7 Dec 2031        5        4          0       1       0       3  yes

Present: members who came, also in part or from elsewhere, and deputies. Absent:
or not named.
Others: those in attendance.


Quorum

Meeting     The minutes say
----------- ---------------------------
7 Jun 2031  The quorum is four members.


The names

Name            Remark
--------------- --------------------------------------
Fenn Rush       also listed as Rush
Cato Sedge      also listed as Old Sedge
                left on 30 Sep 2031
Dora May Vetch  also listed as Dora Vetch, D Vetch, DV
Bram Yarrow     also listed as Yarrow


What is said of who came

Meeting     Name            How          The minutes say
----------- --------------- ------------ ----------------
7 Feb 2031  Cato Sedge      remote       by phone
7 Mar 2031  Cato Sedge      apologies    lambing
7 Mar 2031  Dora May Vetch  in part      for item 3, 4
                                         from 19:50
7 May 2031  Bram Yarrow     deputy sent  deputy: Gil Moss
7 May 2031  Gil Moss        deputy       for Bram Yarrow
7 Nov 2031  Fenn Rush       remote       remote
"""
MATRIX_120 = """\
Attendance
Sallowfield Commons Council, as of 31 December 2031

Members
                                      7    7    7    7    7    7    7    7    7    7    7
Name                 Attended  Share  Jan  Feb  Mar  Apr  May  Jun  Jul  Sep  Oct  Nov  Dec
-------------------- --------- ------ ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---
Edwin Rush (ER)      7 of 11    64 %  P    A    P    A    P    A    A    P    P    P    P
Fenn Rush            7 of 11    64 %  P    A    P    A    P    -    -    P    P    R    P
Cato Sedge (CS)      5 of 8     63 %  P    R    A    P    P    A    A    P
Ada Thistle (AT)     11 of 11  100 %  P    P    P    P    P    P    P    P    P    P    P
Dora May Vetch (DV)  9 of 11    82 %  P    P    Pt   P    P    P    A    P    P    P    X
Bram Yarrow (BY)     10 of 11   91 %  P    P    P    P    Ad   P    P    P    P    P    P

Deputies
                                      7    7    7    7    7    7    7    7    7    7    7
Name                 Attended  Share  Jan  Feb  Mar  Apr  May  Jun  Jul  Sep  Oct  Nov  Dec
-------------------- --------- ------ ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---
Gil Moss             1                                    D

In attendance
                                      7    7    7    7    7    7    7    7    7    7    7
Name                 Attended  Share  Jan  Feb  Mar  Apr  May  Jun  Jul  Sep  Oct  Nov  Dec
-------------------- --------- ------ ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---
Hob Teasel           2                P    P
Adah Thistle         1                                                        P

P present; Pt present in part; R by phone or online; D as somebody's deputy; Ad apologies, a deputy came; A apologies; X
absent; - not named in the minutes.
Attended counts from the first meeting that names a member to the last one, for the roster to the latest.
12 records, 9 people from 7 January 2031 to 7 December 2031; as of 2031-12-31.
Not counted, as the minutes name nobody: Meeting of 7 August 2031.
On the roster, and named in none of these minutes: Nessa Pike.
"""
AUDIT_80 = """\
Action audit
Sallowfield Commons Council, as of 31 December 2031

The actions
Figure                      Number        Of  Share
--------------------------- ------- ----- --- -----
Raised                           7
Closed                           4         7   57 %
- done                           3         7   43 %
- dropped                        1         7   14 %
Done on time                     2         3   67 %
Done late                        1         3   33 %
Open                             3         7   43 %
- overdue                        2         3   67 %
- without a due date             0         3    0 %
- without an owner               0         3    0 %

Their age
Figure                      Number        Of  Share
--------------------------- ------- ----- --- -----
Age of the open, average     227.0  days
Age of the open, median      299.0  days
Age of the open, oldest        358  days
Time to close, average        58.0  days
Time to close, median         44.0  days
Time to close, longest          92  days

Carried and put off
Figure                      Number        Of  Share
--------------------------- ------- ----- --- -----
Carried to a later meeting       0         7    0 %
Times carried                    0
Date put off                     0         7    0 %
Times put off                    0

On time: done by the date first given; counted are those done on a known day and
with such a date.
12 records, 7 actions, 8 meetings without actions; as of 2031-12-31.


By month

Month           Raised  Closed  On time  Open at the end  Overdue at the end
--------------- ------- ------- -------- ---------------- ------------------
January 2031         3       0                         3                   0
February 2031        0       1    100 %                2                   0
March 2031           2       0                         3                   2
April 2031           0       1      0 %                2                   2
May 2031             0       0                         2                   2
June 2031            0       0                         2                   2
July 2031            0       0                         2                   2
August 2031          0       0                         2                   2
September 2031       0       0                         2                   2
October 2031         0       0                         2                   2
November 2031        1       0                         3                   2
December 2031        1       1    100 %                3                   2

Closed on a day that is not known, so in no month: 1.


By age

Age               Open  Overdue  Share
----------------- ----- -------- -----
up to 30 days        1        0   33 %
31 to 90 days        0        0    0 %
91 to 180 days       0        0    0 %
181 to 365 days      2        2   67 %
more than a year     0        0    0 %


By owner

Owner                      Raised  Closed  On time  Open  Overdue    Age  Oldest
-------------------------- ------- ------- -------- ----- -------- ------ ------
Ada Thistle (AT)                1       1              0        0

Bram Yarrow (BY)                3       2    100 %     1        0   24.0      24

Dora May Vetch (DV)             1       1    100 %     0        0

Edwin Rush (ER)                 1       0              1        1  358.0     358

Cato Sedge (CS): left on        1       1      0 %     0        0
30 September 2031

Rush (may be Edwin Rush         1       0              1        1  299.0     299
or Fenn Rush)

Age: the average of the open, in days. An action of several owners counts for
each of them.


The oldest open actions

Ref           Action                              Owner  Due          Age
------------- ----------------------------------- ------ ------------ ---
2031-01-07/3  Ask the county who owns the pound.  ER     1 Mar 2031   358
2031-03-07/1  Mend the hurdles at the pound.      Rush   30 Apr 2031  299
2031-12-07/1  Ask for a price for the gate.       BY     31 Jan 2032   24
"""
DECISIONS_MD = """\
## Decision register

Sallowfield Commons Council, as of 31 December 2031

### Meeting of 7 January 2031

| Ref | Item | Decision | Proposed | Seconded | Vote | Page |
| --- | --- | --- | --- | --- | --- | ---: |
| 31/1 | 2 | The ford:<br>The ford is closed to carts from November to March. | Bram Yarrow | Dora Vetch | 5 for, 1 against | 1 |

### Meeting of 7 December 2031 (draft minutes)

| Ref | Item | Decision | Proposed | Seconded | Vote | Page |
| --- | --- | --- | --- | --- | --- | ---: |
|  | 5 | The café at the ford:<br>The café may open on Sundays. |  |  | unanimous | 2 |

12 records, 3 decisions, 10 meetings without decisions; as of 2031-12-31.

Listed: 2 decisions (about ford).
"""
ORGANISATIONS_CSV = """\
Organisation,Who,People,Attended,Meetings,Share,7 Oct 2031,7 Nov 2031,7 Dec 2031
Parish of Sallow,"Ada Thistle, Dora May Vetch",2,3,3,1.0,2,2,1
Water Trust,"Bram Yarrow, Fenn Rush",2,3,3,1.0,2,2,2
"""


def test_decisions_at_80_columns() -> None:
    assert render(decision_register(YEAR), "table", width=80) == DECISIONS_80


def test_attendance_at_80_columns() -> None:
    assert render(attendance(YEAR, BOOK), "table", width=80) == ATTENDANCE_80


def test_the_matrix_of_a_year_in_one_table_at_120_columns() -> None:
    assert render(attendance(YEAR, BOOK)[:1], "table", width=120) == MATRIX_120


def test_audit_at_80_columns() -> None:
    assert render(action_audit(gather(RECORDS, AS_OF, BOOK), BOOK), "table", width=80) == AUDIT_80


def test_decisions_as_markdown() -> None:
    assert render(decision_register(YEAR, "ford"), "md") == DECISIONS_MD


def test_organisations_as_csv() -> None:
    autumn = held_by(YEAR, since=date(2031, 10, 1))
    assert render(attendance(autumn, BOOK)[1], "csv") == ORGANISATIONS_CSV.replace("\n", "\r\n")
