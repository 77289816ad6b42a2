"""What Marshwick's people fear beside what happens: two questions of one survey, and a count."""

import datetime

from django.db import transaction

from frankpledge.delivery import changes as delivery
from frankpledge.delivery.models import SurveyQuestion
from frankpledge.demo.counted import WHERE
from frankpledge.demo.days import Days
from frankpledge.demo.world import HOST
from frankpledge.judging import changes
from frankpledge.judging.queries import pairs_of
from frankpledge.partnership import queries as who
from frankpledge.partnership.models import Partnership

WEEKS = datetime.timedelta(days=20)
# name, wording, what is counted, how many of how many in the newest wave
WORRIED = (
    "Worried about burglary",
    "How worried are you that somebody will break into your home?",
    "are very or fairly worried about burglary",
    427,
    1021,
)
BURGLED = (
    "Burgled in the last year",
    "Has anybody broken into your home, or tried to, in the last 12 months?",
    "had a break-in, or an attempt, in 12 months",
    31,
    1021,
)


@transaction.atomic
def set_fear_beside(days: Days) -> None:
    partnership = who.partnership_by_slug(WHERE)
    if partnership is None or any(pairs_of(partnership)):
        return
    worried, burgled = (_asked(partnership, days, *one) for one in (WORRIED, BURGLED))
    changes.add_pair(partnership=partnership, fear=worried, happens=burgled, by=HOST)
    changes.add_pair(partnership=partnership, fear=worried, kind="Burglary", by=HOST)


def _asked(
    partnership: Partnership,
    days: Days,
    name: str,
    wording: str,
    counted: str,
    part: int,
    base: int,
) -> SurveyQuestion:
    question = delivery.add_question(
        partnership=partnership,
        name=name,
        wording=wording,
        counted=counted,
        asked_of="residents of 16 and over, by post",
        source="Marshwick Council, residents' survey",
        polarity="down",
        by=HOST,
    )
    starts = days.day("y0/6/7")
    delivery.add_wave(
        question=question,
        starts=starts,
        ends=starts + WEEKS,
        part=part,
        base=base,
        press="demonstration",
        by=HOST,
    )
    return question
