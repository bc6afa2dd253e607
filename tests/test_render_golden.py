"""The three reports of a fictional trust, as they are put out, to the letter."""

# ruff: noqa: E501 - a Markdown row is as long as what it says

from __future__ import annotations

from datetime import date

from minutes_cli.register import gather
from minutes_cli.render import render
from minutes_cli.report import action_log, carry_forward, owner_summary
from tests.register_board import AS_OF, RECORDS

REGISTER = gather(RECORDS, AS_OF)
ACTION_LOG_80 = """\
Action log
Otterbourne Almshouse Trust, as of 20 May 2031

HELD OVER FROM EARLIER MEETINGS

Meeting of 4 March 2031
Ref  Action                                 Owner      Due           Status
---- -------------------------------------- ---------- ------------- -----------
2    Bring a revised reserves policy with   MT, DL     next meeting  in progress
     three scenarios for the rent roll.                6 May 2031    overdue by
     Item 2 · Page 2                                                 14 days

3    Before the summer:                     HB, Clerk  20 Apr 2031   carried
     - obtain three quotations [HB]                    first due     overdue by
     - write to the diocese [Clerk]                    31 Mar 2031   30 days
     Item 4 · Page 3

4    Tell the residents.                    GS         asap          open
     Item 4 · Page 3

FROM THE LATEST MEETING

Meeting of 6 May 2031
Ref  Action                                 Owner      Due           Status
---- -------------------------------------- ---------- ------------- -----------
1    Agree the tenancy terms.               JS         end of June   open
     Item 3a · Page 2                                  30 Jun 2031

2    Nominate a trustee for the county      (none)     (none)        open
     panel.
     Item 5 · Page 3

3    Send comments on the newsletter.       All        23 May 2031   open
     Item 6 · Page 3

EARLIER ACTIONS NOW CLOSED

Meeting of 4 March 2031
Ref  Action                                 Owner      Due           Status
---- -------------------------------------- ---------- ------------- -----------
1    Circulate the signed minutes.          Clerk      (none)        done
     Item 2 · Page 1

3 records, 7 actions, 1 meeting without actions; as of 2031-05-20.
Without actions: Meeting of 8 April 2031.
"""
OWNER_SUMMARY_80 = """\
Owner summary
Otterbourne Almshouse Trust, as of 20 May 2031

Owner                                  Open  Due  Overdue  Done  Dropped
-------------------------------------- ----- ---- -------- ----- -------
Dorothy Lacewing (DL), Trustee            1    1        1     0        0
Henrietta Burdock-Vane (HB), Surveyor     1    1        1     0        0
Malcolm Teasel (MT), Treasurer            1    1        1     0        0
Saul Whin, Clerk                          1    1        1     1        0
JS (may be Jo Stane or Jarvis Sloe)       1    1        0     0        0
All                                       1    1        0     0        0
GS (at another meeting: Gwen Sorrel)      1    0        0     0        0
No owner                                  1    0        0     0        0

Dorothy Lacewing (DL), Trustee
Ref           Action                                   Due           Status
------------- ---------------------------------------- ------------- -----------
2031-03-04/2  Bring a revised reserves policy with     next meeting  in progress
              three scenarios for the rent roll.       6 May 2031    overdue by
              Item 2 · Shared with MT · Page 2                       14 days

Henrietta Burdock-Vane (HB), Surveyor
Ref           Action                                   Due           Status
------------- ---------------------------------------- ------------- -----------
2031-03-04/3  Before the summer:                       20 Apr 2031   carried
              - obtain three quotations [HB]           first due     overdue by
              - write to the diocese [Clerk]           31 Mar 2031   30 days
              Item 4 · Shared with Clerk · Page 3

Malcolm Teasel (MT), Treasurer
Ref           Action                                   Due           Status
------------- ---------------------------------------- ------------- -----------
2031-03-04/2  Bring a revised reserves policy with     next meeting  in progress
              three scenarios for the rent roll.       6 May 2031    overdue by
              Item 2 · Shared with DL · Page 2                       14 days

Saul Whin, Clerk
Ref           Action                                   Due           Status
------------- ---------------------------------------- ------------- -----------
2031-03-04/3  Before the summer:                       20 Apr 2031   carried
              - obtain three quotations [HB]           first due     overdue by
              - write to the diocese [Clerk]           31 Mar 2031   30 days
              Item 4 · Shared with HB · Page 3

2031-03-04/1  Circulate the signed minutes.            (none)        done
              Item 2 · Page 1

OWNERS WHO MAY BE ONE OF SEVERAL PEOPLE

JS (may be Jo Stane or Jarvis Sloe)
Ref           Action                                   Due           Status
------------- ---------------------------------------- ------------- -----------
2031-05-06/1  Agree the tenancy terms.                 end of June   open
              Item 3a · Page 2                         30 Jun 2031

OWNERS NOBODY ON THE ATTENDANCE LIST HAS

All
Ref           Action                                   Due           Status
------------- ---------------------------------------- ------------- -----------
2031-05-06/3  Send comments on the newsletter.         23 May 2031   open
              Item 6 · Page 3

GS (at another meeting: Gwen Sorrel)
Ref           Action                                   Due           Status
------------- ---------------------------------------- ------------- -----------
2031-03-04/4  Tell the residents.                      asap          open
              Item 4 · Page 3

ACTIONS WITHOUT AN OWNER

No owner
Ref           Action                                   Due           Status
------------- ---------------------------------------- ------------- -----------
2031-05-06/2  Nominate a trustee for the county        (none)        open
              panel.
              Item 5 · Page 3

On no attendance list of late: Henrietta Burdock-Vane (since 4 March 2031);
Malcolm Teasel (since 4 March 2031); Saul Whin (since 4 March 2031).
3 records, 7 actions, 1 meeting without actions; as of 2031-05-20.
Without actions: Meeting of 8 April 2031.
Due counts the open actions that have a date, the overdue ones among them.
An action of several owners is counted for each of them, and listed as shared.
"""
CARRY_FORWARD_120 = """\
Actions carried forward to the meeting of 8 July 2031
Otterbourne Almshouse Trust, as of 20 May 2031

Meeting of 4 March 2031, 77 days and 2 meetings ago
Ref  Item  Action                                 Owner      Due           Status       Carried  Last update        Page
---- ----- -------------------------------------- ---------- ------------- ------------ -------- ------------------ ----
2    2     Bring a revised reserves policy with   MT, DL     next meeting  in progress           2 Apr 2031: First     2
           three scenarios for the rent roll.                6 May 2031    overdue by            draft seen.
                                                                           14 days

3    4     Before the summer:                     HB, Clerk  20 Apr 2031   carried      once     1 Apr 2031:           3
           - obtain three quotations [HB]                    first due     overdue by            carried, due 20
           - write to the diocese [Clerk]                    31 Mar 2031   30 days               Apr 2031

4    4     Tell the residents.                    GS         asap          open                                        3

Meeting of 6 May 2031, 14 days ago
Ref  Item  Action                                 Owner      Due           Status       Carried  Last update        Page
---- ----- -------------------------------------- ---------- ------------- ------------ -------- ------------------ ----
1    3a    Agree the tenancy terms.               JS         end of June   open                                        2
                                                             30 Jun 2031   due by then

2    5     Nominate a trustee for the county      (none)     (none)        open                                        3
           panel.

3    6     Send comments on the newsletter.       All        23 May 2031   open                                        3
                                                                           due by then

6 actions to carry forward, 2 of them overdue, 4 due by 8 July 2031.
Not listed: 1 done.
Next meeting, as announced: Tuesday 8 July.
3 records, 7 actions, 1 meeting without actions; as of 2031-05-20.
Without actions: Meeting of 8 April 2031.
"""
CARRY_FORWARD_MD = """\
## Actions carried forward to the meeting of 8 July 2031

Otterbourne Almshouse Trust, as of 20 May 2031

### Meeting of 4 March 2031, 77 days and 2 meetings ago

| Ref | Item | Action | Owner | Due | Status | Carried | Last update | Page |
| --- | --- | --- | --- | --- | --- | --- | --- | ---: |
| 2 | 2 | Bring a revised reserves policy with three scenarios for the rent roll. | MT, DL | next meeting<br>6 May 2031 | **in progress<br>overdue by 14 days** |  | 2 Apr 2031: First draft seen. | 2 |
| 3 | 4 | Before the summer:<br>- obtain three quotations \\[HB\\]<br>- write to the diocese \\[Clerk\\] | HB, Clerk | 20 Apr 2031<br>first due<br>31 Mar 2031 | **carried<br>overdue by 30 days** | once | 1 Apr 2031: carried, due 20 Apr 2031 | 3 |
| 4 | 4 | Tell the residents. | GS | asap | open |  |  | 3 |

### Meeting of 6 May 2031, 14 days ago

| Ref | Item | Action | Owner | Due | Status | Carried | Last update | Page |
| --- | --- | --- | --- | --- | --- | --- | --- | ---: |
| 1 | 3a | Agree the tenancy terms. | JS | end of June<br>30 Jun 2031 | open<br>due by then |  |  | 2 |
| 2 | 5 | Nominate a trustee for the county panel. | (none) | (none) | open |  |  | 3 |
| 3 | 6 | Send comments on the newsletter. | All | 23 May 2031 | open<br>due by then |  |  | 3 |

6 actions to carry forward, 2 of them overdue, 4 due by 8 July 2031.

Not listed: 1 done.

Next meeting, as announced: Tuesday 8 July.

3 records, 7 actions, 1 meeting without actions; as of 2031-05-20.

Without actions: Meeting of 8 April 2031.
"""


def test_action_log_at_80_columns() -> None:
    assert render(action_log(REGISTER, archived=True), "table", width=80) == ACTION_LOG_80


def test_owner_summary_at_80_columns() -> None:
    assert render(owner_summary(REGISTER), "table", width=80) == OWNER_SUMMARY_80


def test_carry_forward_at_120_columns() -> None:
    assert render(carry_forward(REGISTER, date(2031, 7, 8)), "table", width=120) == CARRY_FORWARD_120


def test_carry_forward_as_markdown() -> None:
    assert render(carry_forward(REGISTER, date(2031, 7, 8)), "md") == CARRY_FORWARD_MD
