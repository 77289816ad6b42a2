"""The workbook that goes with a letter, as it is when the letter is posted."""

from frankpledge.asking.enclosures import Enclosure, enclosed_as
from frankpledge.asking.models import Letter
from frankpledge.progress.filekinds import ENDINGS
from frankpledge.progress.forms.words import due_words, file_name
from frankpledge.progress.forms.workbook import workbook
from frankpledge.progress.models import Request
from frankpledge.progress.queries.replying import ItemHere, asked_items

XLSX = next(kind for kind, ending in ENDINGS.items() if ending == "xlsx")


@enclosed_as("workbook")
def the_workbook(letter: Letter) -> Enclosure:
    """What was typed or sent in this round is not in it: a mailbox is no place to keep that."""
    request = Request.objects.select_related("round__partnership").get(
        pk=letter.about.partition(":")[2]
    )
    heres = [_bare(here) for here in asked_items(request) if _may_be_mailed(here)]
    return Enclosure(file_name(request, "xlsx"), workbook(request, heres, due_words(request)), XLSX)


def _may_be_mailed(here: ItemHere) -> bool:
    return here.action.audience != "restricted"


def _bare(here: ItemHere) -> ItemHere:
    here.answers, here.typing = [], None
    return here
