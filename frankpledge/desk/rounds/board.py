"""The round's board: where it stands, who has answered, and what to do next."""

from collections import Counter
from typing import Any

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.pages import page
from frankpledge.desk.rounds.here import HERE, may_run, round_here
from frankpledge.desk.rounds.rows import LeadRow, lead_rows
from frankpledge.desk.rounds.sentences import stages, where_it_stands
from frankpledge.partnership.roles import Permission
from frankpledge.progress import queries
from frankpledge.progress.models import Round
from frankpledge.progress.queries import RoundPage

KEY = (
    ("answered", "answered"),
    ("passed", "passed to a colleague"),
    ("opened", "opened"),
    ("shut", "not opened"),
    ("bounced", "came back"),
)
MARKED = [name for name, _ in KEY]


@desk_view(Permission.SEE_INTERNAL)
def show_round(request: DeskRequest, pk: int) -> HttpResponse:
    return board_page(request, round_here(request, pk))


def board_page(
    request: DeskRequest, round_: Round, *, told: str = "", status: int = 200
) -> HttpResponse:
    shown = queries.round_page(round_)
    if not request.access.may(Permission.SEE_RESTRICTED):
        _hide_restricted(shown)
    steps, holds = queries.steps_of(round_), queries.will_hold(round_)
    rows = lead_rows(shown.asked, queries.missed_before(round_))
    context = {
        "round": round_,
        "period": queries.period_words(round_),
        "shown": shown,
        "told": told,
        "rows": rows,
        "sentence": where_it_stands(shown),
        "stages": stages(round_, steps, holds),
        "holds": holds,
        "doubts": queries.doubts_open(round_) if may_run(request) and round_.is_running else 0,
        "may_run": may_run(request),
        "may_verify": request.access.may(Permission.SEE_RECORD),
        "reopened": [step for step in steps if step.kind == "reopened"],
        "was_frozen": any(step.kind == "frozen" for step in steps),
        **_marks(rows),
    }
    return page(request, "desk/rounds/board.html", context, here=HERE, status=status)


def _marks(rows: list[LeadRow]) -> dict[str, Any]:
    """Envelopes in a row, and how many there are of each; before the asking there are none."""
    written = [row.mark for row in rows if row.asked.key not in ("nobody", "not-asked")]
    counts, keys = Counter(written), Counter(row.asked.key for row in rows)
    in_order = sorted(written, key=MARKED.index)
    part = f", {keys['part']} of them in part" if keys["part"] else ""
    key = [
        (name, counts[name], words + (part if name == "answered" else ""))
        for name, words in KEY
        if counts[name]
    ]
    return {"envelopes": in_order, "key": key, "unwritten": keys["nobody"]}


def _hide_restricted(shown: RoundPage) -> None:
    """A lead who is asked for restricted promises alone is not there for others."""
    for one in shown.asked:
        one.items = [item for item in one.items if item.action.audience != "restricted"]
        one.passed = [item for item in one.passed if item.action.audience != "restricted"]
    shown.asked = [one for one in shown.asked if one.items or one.passed]
