"""Every write to papers. Each is one transaction with its line in the record."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import transaction
from django.utils import timezone

from frankpledge import __version__
from frankpledge.papers.audiences import KEYS
from frankpledge.papers.building import ways_of
from frankpledge.papers.contents import papers
from frankpledge.papers.contents.annex import WORDED
from frankpledge.papers.gathering import frozen_or_refused, whose_data
from frankpledge.papers.given import Given
from frankpledge.papers.layouts import NoLayout
from frankpledge.papers.models import AnnexWords, Build, PaperFile, PaperSettings
from frankpledge.papers.naming import name_of, title_of
from frankpledge.papers.queries import settings_of, words_beside
from frankpledge.papers.tasks import build_soon
from frankpledge.papers.writers import FORMATS
from frankpledge.partnership.models import Partnership
from frankpledge.plan.models import Plan
from frankpledge.progress.models import Round
from frankpledge.record import freezes, lines
from frankpledge.record.errors import Refused, Stale
from frankpledge.record.freezes import contributes
from frankpledge.record.models import Freeze

Write = ParamSpec("Write")
Made = TypeVar("Made")
LONGEST = 20_000
FIELDS = ("title", "author", "contact", "introduction", "sections", "layout")


def change(write: Callable[Write, Made]) -> Callable[Write, Made]:
    """All of it or none; one at a time in a partnership, by its chain."""

    @wraps(write)
    def in_turn(*args: Write.args, **given: Write.kwargs) -> Made:
        row: Any = given.get("partnership") or given["build"]
        partnership = row if isinstance(row, Partnership) else row.partnership
        with transaction.atomic():
            lines.hold(partnership.chain)
            return write(*args, **given)

    return in_turn


@change
def set_paper(
    *, partnership: Partnership, paper: str, version: int, by: lines.Author, **fields: Any
) -> PaperSettings:
    """How the partnership wants this paper from now on. What was made stays as it is."""
    _known(paper)
    row = settings_of(partnership, paper)
    if row.version != version:
        raise Stale(version=row.version, current={name: getattr(row, name) for name in FIELDS})
    old = {name: getattr(row, name) for name in fields}
    _refuse_unknown_sections(paper, fields.get("sections", []))
    _layout(fields.get("layout", row.layout))
    for name, value in fields.items():
        if name not in FIELDS:
            raise TypeError(f"{name} is no setting of a paper.")
        setattr(row, name, value)
    row.version += 1
    row.save()
    subject = lines.Subject("paper-settings", str(row.pk), papers()[paper].name)
    _write(partnership, "paper.set", subject, by, old=old, new=fields)
    return row


@change
def say_beside(
    *, partnership: Partnership, table: str, words: str, version: int, by: lines.Author
) -> AnnexWords:
    """The analyst's words beside a table of the annex follow those before, and edit none."""
    if table not in WORDED:
        raise Refused(f"The annex has no table called {table}.")
    before = words_beside(partnership, table)
    standing = before[0].words if before else ""
    if len(before) != version:
        raise Stale(version=len(before), current={"words": standing})
    if words == standing:
        raise Refused("These words stand already.", field="words")
    row = AnnexWords.objects.create(
        partnership=partnership, table=table, words=words, by=by.record_name[:160]
    )
    subject = lines.Subject("annex-words", str(row.pk), WORDED[table])
    old, new = {"words": standing}, {"words": words}
    _write(partnership, "annex.words", subject, by, old=old, new=new)
    return row


def _known(paper: str) -> None:
    if paper not in papers():
        named = ", ".join(papers())
        raise Refused(f"There is no paper called {paper}. There are: {named}.")


def _refuse_unknown_sections(paper: str, sections: Any) -> None:
    known = {section.key for section in papers()[paper].sections}
    if strange := [one for one in sections if one not in known]:
        raise Refused(f"This paper has no part called {strange[0]}.", field="sections")


def _layout(name: str) -> str:
    try:
        return ways_of(name).layout.version
    except NoLayout as error:
        raise Refused(str(error), field="layout") from error


@change
def make(
    *,
    partnership: Partnership,
    paper: str,
    of: Round | Plan,
    by: lines.Author,
    audience: str = "",
    given: Given | None = None,
    formats: tuple[str, ...] = (),
    large: bool = False,
    draft: bool = False,
) -> Build:
    """Keeps what was asked for, and makes its files as soon as the page is answered."""
    _known(paper)
    partnership.refresh_from_db()  # its name and logo as they are, not as somebody read them
    kind = papers()[paper]
    given = given or Given()
    if of.partnership_id != partnership.pk:
        raise Refused("That round or plan belongs to another partnership.")
    if kind.of == "round" and isinstance(of, Plan):
        raise Refused(f"The paper {kind.name.lower()} is made of a round. Choose one.")
    if audience and audience not in KEYS:
        raise Refused(f"Nobody is called {audience}.", field="audience")
    if any(len(str(text)) > LONGEST for text in _texts(given)):
        raise Refused("A text on the form is longer than 20,000 letters.")
    freeze = None if draft else frozen_or_refused(of)
    settings = settings_of(partnership, paper)
    row = Build.objects.create(
        partnership=partnership,
        paper=paper,
        title=title_of(kind, of, given)[:200],
        round=of if isinstance(of, Round) else None,
        plan=of.plan if isinstance(of, Round) else of,
        freeze_id=freeze.pk if freeze else None,
        freeze_hash=freeze.hash if freeze else "",
        audience=audience or kind.audience,
        large=large,
        given=given.as_data(),
        whose=whose_data(partnership),
        layout=settings.layout,
        template_version=f"{__version__}+{_layout(settings.layout)}",
        by=by.record_name[:160],
    )
    # Plain text always: by it a text is found that the law wants gone.
    wanted = [key for key in FORMATS if not formats or key in (*formats, "txt")]
    PaperFile.objects.bulk_create(
        [PaperFile(build=row, format=key, name=name_of(row, key)) for key in wanted]
    )
    told = {"from": row.freeze_hash or "a draft", "audience": row.audience, "formats": wanted}
    _write(partnership, "paper.made", _subject(row), by, new=told)
    transaction.on_commit(lambda: build_soon(row.pk))
    return row


def _texts(given: Given) -> list[Any]:
    """What the analyst said beside each table was measured when it was said."""
    return [value for name, value in given.as_data().items() if name != "annex_words"]


@change
def try_again(*, build: Build, by: lines.Author) -> None:
    """What could not be made, once more, from the same."""
    again = build.files.filter(state="failed").update(state="waiting", sentence="")
    if not again:
        raise Refused("Every file of this paper is made, or is being made.")
    _write(build.partnership, "paper.tried-again", _subject(build), by, new={"files": again})
    transaction.on_commit(lambda: build_soon(build.pk))


@contributes("paper", "paper")
def what_was_approved(build: Build) -> Any:
    return {
        "paper": build.paper,
        "title": build.title,
        "audience": build.audience,
        "large": build.large,
        "from": build.freeze_hash,
        "template": build.template_version,
        "given": build.given,
        "files": {one.format: one.sha256 for one in build.files.filter(state="ready")},
    }


@change
def approve(*, build: Build, version: int, by: lines.Author, why: str = "") -> Freeze:
    """This is what goes out: its files are named in a freeze, by their digests."""
    build.refresh_from_db()
    if build.version != version:
        raise Stale(version=build.version, current={})
    if build.is_draft:
        raise Refused("A draft is never approved. Freeze the round, and make the paper from it.")
    if build.approved_at:
        raise Refused("This paper is approved already.")
    if build.files.exclude(state__in=("ready", "failed")).exists():
        raise Refused("Wait until every file is made.")
    if not build.files.filter(state="ready").exists():
        raise Refused("No file of this paper could be made, so there is nothing to approve.")
    freeze = freezes.make(
        kind="paper",
        subject=build,
        subject_id=str(build.pk),
        name=build.title[:200],
        chain=build.partnership.chain,
        by=by,
        why=why or f"{build.title} is approved",
    )
    build.approved_at, build.approved_by = timezone.now(), by.record_name[:160]
    build.approved_hash = freeze.hash
    build.version += 1
    build.save(update_fields=["approved_at", "approved_by", "approved_hash", "version"])
    _write(
        build.partnership, "paper.approved", _subject(build), by, new={"hash": freeze.hash}, why=why
    )
    return freeze


def _subject(row: Build) -> lines.Subject:
    return lines.Subject("paper", str(row.pk), row.title)


def _write(
    partnership: Partnership,
    verb: str,
    subject: lines.Subject,
    by: lines.Author,
    *,
    old: dict[str, Any] | None = None,
    new: dict[str, Any] | None = None,
    why: str = "",
) -> None:
    lines.write(
        chain=partnership.chain, by=by, verb=verb, subject=subject, old=old, new=new, why=why
    )
