"""What is new, for programs that watch for it: an Atom feed."""

import datetime
import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from frankpledge.plan.queries.published import rounds_told
from frankpledge.public import finding
from frankpledge.public.answering import public_page
from frankpledge.public.showing.news import items
from frankpledge.public.showing.record import rounds

UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
NEVER = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


class Feed(Atom1Feed):
    def latest_post_date(self) -> datetime.datetime:
        """Without news it is as old as can be, and not as new as the asking."""
        return super().latest_post_date() if self.items else NEVER


@public_page
def feed(request: HttpRequest, slug: str) -> HttpResponse:
    found = finding.published(slug)
    name = _clean(found.partnership.name)
    told = Feed(
        title=f"What is new from {name}",
        link=_whole("public:plan", slug),
        description="Each time we say how our promises stand, and what was reported.",
        feed_url=_whole("public:feed", slug),
        language="en-GB",
        author_name=name,
    )
    for each in items(found, rounds(rounds_told(found.every))):
        told.add_item(
            title=_clean(each.title),
            link=settings.ADDRESS + each.url,
            description=_clean(each.says),
            unique_id=settings.ADDRESS + each.key,
            updateddate=each.at,
        )
    answer = HttpResponse(told.writeString("utf-8"), "application/atom+xml; charset=utf-8")
    answer["Access-Control-Allow-Origin"] = "*"  # open to every page, not only to ours
    return answer


def _whole(name: str, slug: str) -> str:
    return settings.ADDRESS + reverse(name, args=[slug])


def _clean(words: str) -> str:
    """Without signs that no XML may have, which a page can show."""
    return UNFIT.sub(" ", words)
