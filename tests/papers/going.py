"""A paper with a file that an address can name, as the screens make it."""

from frankpledge.papers import changes
from frankpledge.papers.building import build
from frankpledge.papers.models import Build
from frankpledge.partnership.models import Partnership
from frankpledge.progress.models import Round
from frankpledge.record.lines import System

CLERK = System("The clerk")


def put_a_paper_in(partnership: Partnership) -> Build:
    """A draft in plain text: nothing is drawn, so it takes no time."""
    round_ = Round.objects.get(partnership=partnership, stage="asked")
    made = changes.make(
        partnership=partnership,
        paper="board",
        of=round_,
        draft=True,
        formats=("txt",),
        by=CLERK,
    )
    build(made.pk)
    return made
