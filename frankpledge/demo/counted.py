"""What Marshwick counts: a year and more of its log, one survey, and two returns of partners.

Older months come in as its team's own sheet, the newest weeks as they were typed.
"""

import datetime

from django.db import transaction

from frankpledge.asking.models import Letter
from frankpledge.delivery import changes, queries
from frankpledge.delivery.bands import usual
from frankpledge.delivery.changes.replies import slots_of
from frankpledge.delivery.given import ActivityGiven, Counted, FigureGiven
from frankpledge.delivery.models import Measure, Owed, Reply, Return
from frankpledge.delivery.periods import months_on
from frankpledge.demo.days import Days
from frankpledge.demo.world import HOST
from frankpledge.partnership import queries as who
from frankpledge.partnership.models import Partnership
from frankpledge.partnership.models.dated import today
from frankpledge.plan.models import Outcome, Plan
from frankpledge.plan.queries import current_plan
from frankpledge.record.lines import Author

WHERE = "marshwick"
# name, unit, whether it counts people, and the outcome it counts towards: its promise, its words
MEASURES = (
    ("Foot patrols", "patrols", False, ("2.1", "At least two patrols")),
    ("Days of action", "days", False, ("4.4", "Eight days")),
    ("Home fire visits", "homes", False, ("6.2", "Six hundred")),
    ("Young people at the club", "young people", True, ("5.3", "Thirty young people")),
    ("Warning letters", "letters", False, None),
    ("Messages on the shop line", "messages", False, None),
)
# Fifteen months, oldest first; nought is a number.
PATROLS = (9, 8, 10, 7, 9, 11, 8, 6, 9, 10, 12, 9, 8, 10, 11)
VISITS = (38, 41, 35, 44, 52, 47, 30, 28, 39, 45, 49, 48, 56, 62, 58)
ACTION = (0, 1, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1, 0, 1, 1)
LETTERS = (4, 6, 3, 7, 5, 2, 0, 3, 6, 4, 5, 8, 2, 4, 3)
MESSAGES = (12, 9, 15, 11, 14, 10, 22, 8, 13, 12, 9, 16, 11, 10, 14)
# days ago, measure, how many, where, what was done
TYPED = (
    (44, "Days of action", 1, "Eastgate", "Clean-up, cycle marking and a table for complaints."),
    (40, "Foot patrols", 5, "High Street and Quay Street", "Walked past the six shops hit most."),
    (37, "Warning letters", 2, "", ""),
    (36, "Home fire visits", 31, "Harbour", "Two days with the housing officers."),
    (33, "Foot patrols", 4, "High Street", ""),
    (29, "Young people at the club", 34, "Eastgate youth club", "Friday night, with a DJ course."),
    (26, "Foot patrols", 3, "Market Place", "With the wardens, on market day."),
    (22, "Home fire visits", 9, "Saltby estate", "With the tenants' group."),
    (19, "Foot patrols", 0, "", "None this week: both officers were in court."),
    (15, "Young people at the club", 28, "Eastgate youth club", "Five-a-side."),
    (12, "Days of action", 1, "Saltby", "Eleven fly-tips cleared; two fixed penalties."),
    (8, "Foot patrols", 2, "High Street", ""),
    (5, "Messages on the shop line", 3, "", "Two people working together; CCTV kept."),
    (2, "Foot patrols", 1, "Quay Street", "Spoke with the new manager of the bakery."),
)
AGES = {("age", "11 to 17"): 24, ("age", "18 to 24"): 4, ("sex", "Female"): 11, ("sex", "Male"): 14}
WAVES = (("y-2/6/2", 412, 1006), ("y-1/6/1", 421, 988), ("y0/6/7", 493, 1021))


@transaction.atomic
def count_deliveries(days: Days) -> None:
    partnership = who.partnership_by_slug(WHERE)
    plan = current_plan(partnership) if partnership else None
    if partnership is None or plan is None:
        return
    held = {one.name for one in queries.measures_of(partnership, retired=True)}
    if MEASURES[0][0] in held:
        return
    by = _coordinator(partnership)
    measures = _measures(partnership, plan, by)
    _sheet(partnership, by)
    _type(partnership, measures, by)
    _survey(partnership, days, by)
    _returns(partnership, days, by)


def _coordinator(partnership: Partnership) -> Author:
    found = (one.account for one in who.coordinators(partnership) if hasattr(one, "account"))
    return next(found, HOST)


def _measures(partnership: Partnership, plan: Plan, by: Author) -> dict[str, Measure]:
    made = {}
    for name, unit, counts_people, serves in MEASURES:
        made[name] = changes.add_measure(
            partnership=partnership,
            name=name,
            unit=unit,
            counts_people=counts_people,
            breakdowns=usual(["age", "sex"]) if counts_people else [],
            outcomes=_outcomes(plan, *serves) if serves else [],
            by=by,
        )
    return made


def _outcomes(plan: Plan, ref: str, words: str) -> list[Outcome]:
    found = Outcome.objects.filter(action__plan=plan, action__ref=ref, words__startswith=words)
    return list(found.select_related("action__plan"))


def _sheet(partnership: Partnership, by: Author) -> None:
    first = months_on(today() - datetime.timedelta(days=45), -len(PATROLS))
    columns = {
        "Foot patrols": PATROLS,
        "Days of action": ACTION,
        "Home fire visits": VISITS,
        "Warning letters": LETTERS,
        "Messages on the shop line": MESSAGES,
    }
    lines = [",".join(["Month", *columns])]
    for at in range(len(PATROLS)):
        month = months_on(first, at)
        counts = (str(counted[at]) for counted in columns.values())
        lines.append(",".join([f"{month:%B %Y}", *counts]))
    data = "\n".join(lines).encode()
    changes.import_log(partnership=partnership, data=data, name="team-diary.csv", by=by)


def _type(partnership: Partnership, measures: dict[str, Measure], by: Author) -> None:
    for at, (ago, name, count, place, what) in enumerate(TYPED):
        measure = measures[name]
        parts = AGES if measure.counts_people and count > 30 else {}
        given = ActivityGiven(
            on=today() - datetime.timedelta(days=ago),
            results=[Counted(measure, count, parts)],
            place=place,
            what=what,
        )
        press = f"demonstration:{at}"
        changes.log_activity(partnership=partnership, given=given, press=press, by=by)


def _survey(partnership: Partnership, days: Days, by: Author) -> None:
    question = changes.add_question(
        partnership=partnership,
        name="Safe after dark",
        wording="How safe do you feel when you are outside in your own area after dark?",
        counted="very or fairly safe",
        asked_of="residents of 16 and over, by post",
        source="Marshwick Council, residents' survey",
        polarity="up",
        by=by,
    )
    for written, part, base in WAVES:
        starts = days.day(written)
        changes.add_wave(
            question=question,
            starts=starts,
            ends=starts + datetime.timedelta(days=20),
            part=part,
            base=base,
            press="demonstration",
            by=by,
        )


def _returns(partnership: Partnership, days: Days, by: Author) -> None:
    bodies = {one.name: one for one in who.organisations_here(partnership)}
    posts = {one.post.title: one.post for one in who.posts(partnership)}
    hospital = changes.add_return(
        partnership=partnership,
        name="Assaults treated at the hospital",
        figures=["Assaults treated", "Of them with a knife"],
        organisation=bodies.get("Loamshire County Council"),
        post=posts["Consultant, public health"],
        starts=days.day("q-3+0"),
        grain=3,
        by_month=True,
        lag_days=30,
        asks_by_itself=False,
        note="Everybody who says at the desk that they were hurt by somebody else.",
        by=by,
    )
    levels = changes.add_return(
        partnership=partnership,
        name="Noise complaints of tenants",
        figures=["Complaints of noise", "Closed within ten days"],
        post=posts["Estates manager"],
        starts=days.day("q-2+0"),
        grain=3,
        lag_days=14,
        remind_after=[7, 14],
        by=by,
    )
    for at, owed in enumerate(_owed(hospital)):
        _asked(owed, by)
        _answered(owed, at, by)
    for owed in _owed(levels):
        _asked(owed, by)


def _owed(return_: Return) -> list[Owed]:
    return list(Owed.objects.filter(of=return_).select_related("of__partnership").order_by("pk"))


def _asked(owed: Owed, by: Author) -> None:
    """The letter of that day came, as far as the demonstration goes."""
    changes.ask_for(owed=owed, by=by)
    at = datetime.datetime.combine(
        owed.ends + datetime.timedelta(days=1), datetime.time(9, 10), datetime.UTC
    )
    Letter.objects.filter(about=owed.about).update(state="sent", sent_at=at, made_at=at, tries=1)
    Owed.objects.filter(pk=owed.pk).update(asked_at=at)


def _answered(owed: Owed, at: int, by: Author) -> None:
    owed.refresh_from_db()
    figures = [
        FigureGiven(asked, *slot, count=count)
        for asked, usually in zip(queries.figures_of(owed.of), (31, 2), strict=True)
        for slot, count in zip(slots_of(owed), _near(usually, at), strict=True)
    ]
    reply = changes.give_figures(
        owed=owed, figures=figures, press="demonstration", said_by=owed.called, by=by
    )
    came = datetime.datetime.combine(owed.due_on, datetime.time(11, 40), datetime.UTC)
    came -= datetime.timedelta(days=9 - at)
    Reply.objects.filter(pk=reply.pk).update(sent_at=min(came, reply.sent_at), is_late=False)


def _near(usually: int, at: int) -> list[int]:
    return [max(0, usually + (at * 5 + month * 3) % 7 - 3) for month in range(3)]
