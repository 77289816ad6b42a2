"""The round's board: who has answered, opened, not opened, and whose letter came back."""

import datetime
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from frankpledge.asking.letters import state_at
from frankpledge.asking.models import Letter
from frankpledge.partnership.models.dated import today
from frankpledge.progress.models import Answer, Item, Request, Rhythm, Round
from frankpledge.progress.schedule import next_due

ASKED_WORDS = {
    "answered": "Answered",
    "part": "Answered in part",
    "passed": "Passed on",
    "called-off": "Not asked any more",
    "nobody": "Nobody to ask yet",
    "not-asked": "Not asked yet",
    "revoked": "Link taken back",
    "bounced": "Letter came back",
    "refused": "Refused by the mail server",
    "unknown": "Not known whether sent",
    "waiting": "Letter on its way",
    "opened": "Opened",
    "sent": "Not opened",
}


@dataclass
class Asked:
    """One lead in a round."""

    request: Request
    items: list[Item]  # without those passed on
    passed: list[Item]
    answered: int
    letters: list[Letter]  # newest first
    answers: list[Answer]
    is_late: bool
    given_up: list[Item] = field(default_factory=list)  # asked once, and called off unanswered

    @property
    def of(self) -> int:
        return len(self.items)

    @property
    def words(self) -> str:
        return ASKED_WORDS[self.key]

    @property
    def reminded(self) -> int:
        return sum(one.kind == "remind" and one.state == "sent" for one in self.letters)

    @property
    def key(self) -> str:
        request, link = self.request, self.request.link
        if not self.items and self.passed:
            return "passed"
        if self.items and self.answered == self.of and not self.given_up:
            return "answered"
        if request.called_off_at:
            return "called-off"
        if request.asked_at is None:
            return "not-asked" if request.email else "nobody"
        return "revoked" if link and link.is_revoked else self._by_post()

    def _by_post(self) -> str:
        link = self.request.link
        if self.answered:
            return "part"
        if link and link.first_opened_at:
            return "opened"
        to = [one for one in self.letters if one.to == self.request.email]
        state = to[0].state if to else "waiting"
        return {"posting": "waiting", "called-off": "waiting"}.get(state, state)

    @property
    def last_contact(self) -> datetime.datetime | None:
        """When they last heard from us, or we from them."""
        days = [state_at(one) for one in self.letters if one.state == "sent"]
        days += [answer.sent_at for answer in self.answers]
        if self.request.link and self.request.link.last_opened_at:
            days.append(self.request.link.last_opened_at)
        return max(days, default=None)


@dataclass
class RoundPage:
    round: Round
    asked: list[Asked] = field(default_factory=list)
    next_reminder: datetime.date | None = None

    @property
    def counts(self) -> dict[str, int]:
        return dict(Counter(one.key for one in self.asked))

    @property
    def promises(self) -> int:
        return len({item.action_id for one in self.asked for item in one.items})

    @property
    def answered_promises(self) -> int:
        done = (a.item.action_id for one in self.asked for a in one.answers if a.is_counted)
        return len(set(done))

    @property
    def to_remind(self) -> list[Asked]:
        return [one for one in self.asked if one.key in ("opened", "sent", "part", "unknown")]


def round_page(round_: Round) -> RoundPage:
    """Six queries, however many leads are asked."""
    requests = Request.objects.filter(round=round_).select_related(
        "link", "passed_from", "post__organisation", "person__organisation", "organisation", "group"
    )
    items = _items(round_)
    letters = letters_by_subject(round_)
    answers = _answers(round_)
    done = {answer.item.action_id for found in answers.values() for answer in found}
    page = RoundPage(round_, next_reminder=_next_reminder(round_))
    for request in requests:
        request.round = round_
        page.asked.append(_asked(request, items, letters, answers, done))
    return page


def _asked(
    request: Request,
    items: dict[int, list[Item]],
    letters: dict[str, list[Letter]],
    answers: dict[int, list[Answer]],
    done: set[int],
) -> Asked:
    all_of_them = items.get(request.pk, [])
    theirs = [item for item in all_of_them if item.is_theirs]
    given_up = []
    if request.called_off_at:
        given_up = [item for item in theirs if item.action_id not in done]
        theirs = [item for item in theirs if item.action_id in done]
    answered = sum(item.action_id in done for item in theirs)
    return Asked(
        request=request,
        items=theirs,
        passed=[item for item in all_of_them if item.passed_to_id],
        answered=answered,
        letters=letters.get(request.about, []),
        answers=answers.get(request.pk, []),
        is_late=answered < len(theirs) and today() > request.round.due_on,
        given_up=given_up,
    )


def _items(round_: Round) -> dict[int, list[Item]]:
    found = defaultdict(list)
    rows = Item.objects.filter(request__round=round_).select_related("action", "passed_to")
    for item in rows:
        found[item.request_id].append(item)
    return found


def _answers(round_: Round) -> dict[int, list[Answer]]:
    found = defaultdict(list)
    rows = Answer.objects.filter(item__request__round=round_).select_related("item")
    for answer in rows:
        found[answer.item.request_id].append(answer)
    return found


def letters_by_subject(round_: Round) -> dict[str, list[Letter]]:
    found = defaultdict(list)
    for letter in letters_log(round_):
        found[letter.about].append(letter)
    return found


def letters_log(round_: Round) -> list[Letter]:
    """Everything that was written about this round's requests, newest first. Two queries."""
    asked = Request.objects.filter(round=round_).values_list("pk", flat=True)
    about = [f"request:{pk}" for pk in asked]
    return list(
        Letter.objects.filter(partnership=round_.partnership_id, about__in=about).select_related(
            "link"
        )
    )


def _next_reminder(round_: Round) -> datetime.date | None:
    if round_.stage != "asked":
        return None
    rhythm = Rhythm.objects.filter(partnership=round_.partnership_id).first() or Rhythm()
    return next_due(rhythm, round_.due_on, today())
