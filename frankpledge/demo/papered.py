"""What Marshwick took to its last board and then sent out, each approved for its reader."""

from frankpledge.demo.days import Days
from frankpledge.demo.world import HOST
from frankpledge.papers import changes
from frankpledge.papers.building import build
from frankpledge.papers.given import Given
from frankpledge.papers.models import Build
from frankpledge.partnership import queries as who
from frankpledge.progress import queries
from frankpledge.record.lines import Author

WHERE = "marshwick"
# The oversight office reads of money and outcomes, councillors of their wards: as PDF alone.
PAPERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("board", ()),
    ("summary", ()),
    ("policing", ("pdf",)),
    ("scrutiny", ("pdf",)),
)


def make_papers(days: Days) -> None:
    partnership = who.partnership_by_slug(WHERE)
    approved = Build.objects.filter(partnership=partnership, approved_at__isnull=False)
    if partnership is None or approved.exists():
        return
    frozen = next((one for one in queries.rounds_of(partnership) if one.freeze_hash), None)
    if frozen is None:
        return
    round_ = queries.round_in(partnership, frozen.pk)
    people = (one.account for one in who.coordinators(partnership) if hasattr(one, "account"))
    by: Author = next(people, HOST)
    for paper, formats in PAPERS:
        given = _to_the_board(days, by) if paper == "board" else Given()
        made = changes.make(
            partnership=partnership, paper=paper, of=round_, given=given, formats=formats, by=by
        )
        build(made.pk)
        changes.approve(build=made, version=made.version, by=by, why="Read and agreed by the chair")


def _to_the_board(days: Days, by: Author) -> Given:
    day = days.day("q-1+41")
    return Given(
        meeting=f"{day.day} {day:%B %Y}, 2pm, the Corn Hall",
        item="5",
        author=by.record_name,
        open_to_public="Yes",
        purpose="To decide what is done about the promises that are off course.",
        recommendations=(
            "agree that the canal path waits for the county's lamps, and say so in public.",
            "ask the public health consultant to meet the ambulance service before the next board.",
        ),
    )
