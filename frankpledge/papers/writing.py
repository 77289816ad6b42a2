"""One paper at once, in one format: for the shell, where nobody waits for a page."""

from frankpledge.papers.audiences import KEYS
from frankpledge.papers.building import ways_of
from frankpledge.papers.composing import compose
from frankpledge.papers.contents import papers
from frankpledge.papers.gathering import as_it_stands, from_freeze, frozen_or_refused, whose_data
from frankpledge.papers.given import Given
from frankpledge.papers.layouts import NoLayout
from frankpledge.papers.queries import settings_of, usual
from frankpledge.papers.writers import FORMATS
from frankpledge.papers.writers.made import NotWritten, Written
from frankpledge.partnership.models import Partnership
from frankpledge.plan.models import Plan
from frankpledge.progress.models import Round
from frankpledge.record.errors import Refused


def written(
    *,
    partnership: Partnership,
    paper: str,
    of: Round | Plan,
    form: str,
    audience: str = "",
    given: Given | None = None,
    large: bool = False,
    draft: bool = False,
) -> Written:
    """Refused in words where it cannot be."""
    kind = papers().get(paper)
    if kind is None:
        raise Refused(f"There is no paper called {paper}. There are: {', '.join(papers())}.")
    if kind.of == "round" and isinstance(of, Plan):
        raise Refused(f"The paper {paper} is made of a round, and this partnership has none yet.")
    seen, given = KEYS[audience or kind.audience], given or usual(partnership, paper)
    whose = whose_data(partnership)
    if draft:
        source = as_it_stands(of, whose=whose, audience=seen, given=given)
    else:
        freeze = frozen_or_refused(of)
        source = from_freeze(
            freeze, partnership=partnership, whose=whose, audience=seen, given=given
        )
    composed = compose(kind, source, large=large)
    if FORMATS[form].only_tables and not composed.tables:
        raise Refused(f"The paper {paper} has no table, so it is not written as {form}.")
    try:
        return FORMATS[form].write(composed, ways_of(settings_of(partnership, paper).layout))
    except (NotWritten, NoLayout) as error:
        raise Refused(str(error)) from error
