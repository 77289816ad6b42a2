"""Every read of this room that a face needs, each with a constant number of queries."""

from dataclasses import dataclass

from django.utils import timezone

from frankpledge.papers.audiences import KEYS, LeftOut
from frankpledge.papers.blocks import Paper
from frankpledge.papers.building import layouts_folder, ways_of
from frankpledge.papers.composing import compose
from frankpledge.papers.contents import papers
from frankpledge.papers.contents.kinds import Kind
from frankpledge.papers.gathering import as_it_stands, freeze_for, from_freeze, whose_data
from frankpledge.papers.given import Given
from frankpledge.papers.layouts import STANDARD, Layout, NoLayout, layout_named, layouts
from frankpledge.papers.models import AnnexWords, Build, PaperFile, PaperSettings
from frankpledge.partnership.models import Partnership
from frankpledge.plan.models import Plan
from frankpledge.plan.queries import NotThere
from frankpledge.progress.models import Round

ANNEX = "annex"


def kinds() -> list[Kind]:
    return list(papers().values())


def kind_named(key: str) -> Kind:
    if key not in papers():
        raise NotThere
    return papers()[key]


def settings_of(partnership: Partnership, paper: str) -> PaperSettings:
    """The stored ones, or the usual ones unsaved."""
    found = PaperSettings.objects.filter(partnership=partnership, paper=paper).first()
    return found or PaperSettings(partnership=partnership, paper=paper)


def usual(partnership: Partnership, paper: str) -> Given:
    """What a form for this paper begins with."""
    row = settings_of(partnership, paper)
    return Given(
        title=row.title,
        author=row.author,
        contact=row.contact,
        introduction=row.introduction,
        sections=tuple(row.sections),
        annex_words=standing_words(partnership) if paper == ANNEX else {},
    )


def words_beside(partnership: Partnership, table: str) -> list[AnnexWords]:
    """What was said beside one table of the annex, the newest first."""
    return list(AnnexWords.objects.filter(partnership=partnership, table=table))


def standing_words(partnership: Partnership) -> dict[str, dict[str, str]]:
    """The newest beside each table, as a paper keeps them."""
    found: dict[str, AnnexWords] = {}
    for row in AnnexWords.objects.filter(partnership=partnership):
        found.setdefault(row.table, row)
    return {
        table: {"words": row.words, "by": row.by, "on": timezone.localdate(row.at).isoformat()}
        for table, row in sorted(found.items())
        if row.words
    }


def builds_of(partnership: Partnership, most: int = 100) -> list[Build]:
    found = Build.objects.filter(partnership=partnership).select_related("round", "plan")
    return list(found.prefetch_related("files")[:most])


def build_in(partnership: Partnership, pk: int) -> Build:
    found = Build.objects.filter(partnership=partnership, pk=pk)
    row = found.select_related("partnership", "round", "plan").prefetch_related("files").first()
    if row is None:
        raise NotThere
    return row


def file_in(partnership: Partnership, pk: int) -> PaperFile:
    found = PaperFile.objects.filter(build__partnership=partnership, pk=pk, state="ready")
    row = found.select_related("build").first()
    if row is None:
        raise NotThere
    return row


def plans_of(partnership: Partnership) -> list[Plan]:
    """Those of which something can be printed: whatever was adopted, the running one first."""
    found = Plan.objects.filter(partnership=partnership).exclude(status="draft")
    return list(found.order_by("-starts", "-pk"))


def plan_in(partnership: Partnership, pk: int) -> Plan:
    found = Plan.objects.filter(partnership=partnership, pk=pk).exclude(status="draft").first()
    if found is None:
        raise NotThere
    return found


def layouts_here() -> list[Layout]:
    return layouts(layouts_folder())


@dataclass(frozen=True)
class Preview:
    paper: Paper
    layout: Layout
    left_out: tuple[LeftOut, ...]
    is_draft: bool
    gone: str = ""  # what is said where the layout that was chosen is there no more


def preview(
    partnership: Partnership,
    kind: Kind,
    of: Round | Plan,
    *,
    audience: str,
    given: Given,
    large: bool = False,
) -> Preview:
    """From the newest freeze; where there is none yet, from what one would hold now."""
    whose, freeze = whose_data(partnership), freeze_for(of)
    if freeze is None:
        source = as_it_stands(of, whose=whose, audience=KEYS[audience], given=given)
    else:
        source = from_freeze(
            freeze, partnership=partnership, whose=whose, audience=KEYS[audience], given=given
        )
    paper = compose(kind, source, large=large)
    try:
        layout, gone = ways_of(settings_of(partnership, kind.key).layout).layout, ""
    except NoLayout as error:
        layout, gone = layout_named(STANDARD), str(error)
    return Preview(paper, layout, source.left_out, freeze is None, gone)
