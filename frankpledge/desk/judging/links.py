"""From what a judgement rests on to the rows themselves: the last step."""

from django.urls import NoReverseMatch, reverse

from frankpledge.desk.access import DeskRequest
from frankpledge.desk.evidence.shown import slug_of
from frankpledge.judging.working import Judged


def source_links(request: DeskRequest, judged: Judged, action: int) -> list[tuple[str, str]]:
    """Words and address of each place where the rows stand."""
    slug, indicator = request.partnership.slug, judged.read.indicator
    if judged.figures.source == "evidence" and indicator:
        return [
            (f"{name}, month by month", reverse("desk:evidence-type", args=[slug, slug_of(name)]))
            for name in indicator.of
        ]
    if judged.figures.source == "said":
        return [("What the lead said", f"{reverse('desk:action', args=[slug, action])}#hist")]
    name, words = PAGES.get(judged.figures.source, ("", ""))
    if not name:
        return []
    try:
        found = reverse(name, args=[slug])
    except NoReverseMatch:
        return []
    more = f"?outcome={judged.outcome_id}" if name == "desk:log" else ""
    return [(words, found + more)]


PAGES = {
    "counts": ("desk:evidence-data", "Our own counts, as loaded"),
    "log": ("desk:log", "The delivery log, for this outcome"),
    "return": ("desk:returns", "What partners returned"),
    "survey": ("desk:surveys", "The survey's waves"),
}
