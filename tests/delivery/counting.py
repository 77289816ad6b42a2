"""One of everything that an address of this room can name, as the screens make it."""

import datetime

from frankpledge.asking.models import Letter
from frankpledge.delivery import changes
from frankpledge.delivery.given import ActivityGiven, Counted
from frankpledge.delivery.models import LogImport, Measure, Owed
from frankpledge.partnership.models import Partnership
from frankpledge.partnership.models.dated import today
from frankpledge.plan.models import Outcome
from frankpledge.record.lines import System

CLERK = System("The clerk")


def put_counts_in(partnership: Partnership) -> None:
    measure = _measure(partnership)
    yesterday = today() - datetime.timedelta(days=1)
    given = ActivityGiven(on=yesterday, results=[Counted(measure, 3)], place="The Green")
    changes.log_activity(partnership=partnership, given=given, press="first", by=CLERK)
    LogImport.objects.create(
        partnership=partnership, name="diary.csv", sha256="0" * 64, rows=3, taken=1, made_by="Clerk"
    )
    _survey(partnership)
    _return(partnership)


def _measure(partnership: Partnership) -> Measure:
    outcomes = Outcome.objects.filter(
        action__plan__partnership=partnership,
        action__plan__status="adopted",
        action__audience="public",
    )
    first = list(outcomes.select_related("action__plan").order_by("pk")[:2])
    return changes.add_measure(
        partnership=partnership, name="Walks", unit="walks", outcomes=first, by=CLERK
    )


def _survey(partnership: Partnership) -> None:
    question = changes.add_question(
        partnership=partnership,
        name="Safe at the station",
        wording="How safe do you feel after dark?",
        counted="very or fairly safe",
        by=CLERK,
    )
    on = today() - datetime.timedelta(days=60)
    changes.add_wave(
        question=question, starts=on, ends=on, part=430, base=1000, press="first", by=CLERK
    )


def _return(partnership: Partnership) -> None:
    first = (today().replace(day=1) - datetime.timedelta(days=40)).replace(day=1)
    return_ = changes.add_return(
        partnership=partnership,
        name="Assaults",
        figures=["Assaults treated"],
        starts=first,
        grain=1,
        by=CLERK,
    )
    owed = Owed.objects.filter(of=return_).select_related("of__partnership").order_by("pk")[0]
    changes.mend_owed_address(owed=owed, email="officer@example.org", by=CLERK)
    changes.ask_for(owed=owed, by=CLERK)
    Letter.objects.filter(about=owed.about).update(state="sent")
