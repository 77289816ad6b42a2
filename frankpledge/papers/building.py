"""Making the files of a paper, one after the other, after the page has been answered."""

import datetime
import hashlib
import logging
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.db.models import Q
from django.utils import timezone

from frankpledge.papers.audiences import KEYS
from frankpledge.papers.blocks import Paper
from frankpledge.papers.composing import compose
from frankpledge.papers.contents import papers
from frankpledge.papers.gathering import as_it_stands, from_freeze
from frankpledge.papers.given import from_data
from frankpledge.papers.layouts import layout_named
from frankpledge.papers.models import Build, PaperFile
from frankpledge.papers.source import Source
from frankpledge.papers.writers import FORMATS
from frankpledge.papers.writers.made import Ways
from frankpledge.record.models import Freeze

log = logging.getLogger(__name__)
GIVEN_UP_AFTER = datetime.timedelta(minutes=5)
NO_TABLE = "This paper has no table, so there is nothing to put in a spreadsheet."
UNFORESEEN = "Something went wrong that was not foreseen. Make it again, or ask whoever hosts this."


def ways_of(layout: str) -> Ways:
    """The layout by its name, and the letters that a host has added."""
    return Ways(layout_named(layout, layouts_folder()), fonts_folder())


def layouts_folder() -> Path:
    return Path(settings.PAPER_LAYOUTS)


def fonts_folder() -> Path | None:
    """Nothing while there is no such folder, so that one put there later is seen."""
    folder = Path(settings.PAPER_FONTS)
    return folder if folder.is_dir() else None


def build(pk: int) -> None:
    """Every file of it that waits. Of two workers one makes each."""
    found = Build.objects.select_related("partnership", "round__plan", "plan").get(pk=pk)
    waiting = [one for one in found.files.all() if _claimed(one)]
    if not waiting:
        return
    try:
        paper = paper_of(found)
        ways = ways_of(found.layout)
    except Exception as error:
        for one in waiting:
            _failed(one, error)
        return
    for one in waiting:
        _make(one, paper, ways)


def _claimed(one: PaperFile) -> bool:
    now = timezone.now()
    lost = Q(state="building", began_at__lt=now - GIVEN_UP_AFTER)
    mine = PaperFile.objects.filter(Q(state="waiting") | lost, pk=one.pk)
    return bool(mine.update(state="building", began_at=now))


def paper_of(found: Build) -> Paper:
    return compose(papers()[found.paper], source_of_build(found), large=found.large)


def source_of_build(found: Build) -> Source:
    audience, given = KEYS[found.audience], from_data(found.given)
    if found.is_draft:
        of = found.round or found.plan
        return as_it_stands(of, whose=found.whose, audience=audience, given=given)
    return from_freeze(
        Freeze.objects.get(hash=found.freeze_hash, chain=found.partnership.chain),
        partnership=found.partnership,
        whose=found.whose,
        audience=audience,
        given=given,
    )


def _make(one: PaperFile, paper: Paper, ways: Ways) -> None:
    form = FORMATS[one.format]
    if form.only_tables and not paper.tables:
        PaperFile.objects.filter(pk=one.pk).update(state="failed", sentence=NO_TABLE)
        return
    try:
        written = form.write(paper, ways)
        one.sha256 = hashlib.sha256(written.data).hexdigest()
        one.size, one.notes = len(written.data), list(written.notes)
        one.state, one.sentence = "ready", ""
        one.file.save(f"{one.sha256[:16]}.{one.format}", ContentFile(written.data), save=False)
        one.save(update_fields=["sha256", "size", "notes", "state", "sentence", "file"])
    except Exception as error:
        _failed(one, error)


def _failed(one: PaperFile, error: Exception) -> None:
    """A sentence that was written for people is shown; anything else is for the host's log."""
    from frankpledge.papers.layouts import NoLayout
    from frankpledge.papers.writers.made import NotWritten

    told = isinstance(error, NotWritten | NoLayout)
    if not told:
        log.exception("A paper could not be made", exc_info=error)
    sentence = str(error)[:300] if told else UNFORESEEN
    PaperFile.objects.filter(pk=one.pk).update(state="failed", sentence=sentence)
