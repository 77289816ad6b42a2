"""What a lead sees behind their link: their own promises, and nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Prefetch, QuerySet

from frankpledge.asking.models import Link
from frankpledge.language.states import DECIDED, State
from frankpledge.partnership.models import Partnership, Rating
from frankpledge.partnership.queries import ratings
from frankpledge.plan.models import Action, Outcome, Standing, Target
from frankpledge.plan.queries import NotThere
from frankpledge.progress.models import (
    COUNTED,
    Answer,
    Item,
    OutcomeAnswer,
    Question,
    Request,
    Round,
    Typing,
    Upload,
    Verdict,
)
from frankpledge.progress.queries.figured import set_beside
from frankpledge.progress.queries.kept import kept_for
from frankpledge.progress.targets import counted
from frankpledge.progress.verdicts import sent_back


@dataclass
class OutcomeHere:
    """An outcome, or the promise itself where it has none, with what was said of it before."""

    of: Action | Outcome
    last: Standing | None
    target: Target | None
    # What is asked beside it where people and figures did not agree.
    figures_ask: str = ""
    # Whether its figure is all so far, or of this quarter alone; none where nobody said.
    tells_so_far: bool | None = None

    @property
    def outcome(self) -> Outcome | None:
        return self.of if isinstance(self.of, Outcome) else None

    @property
    def key(self) -> str:
        return str(self.outcome.pk) if self.outcome else "whole"

    @property
    def is_done(self) -> bool:
        return self.of.state == State.COMPLETE


@dataclass
class ItemHere:
    item: Item
    outcomes: list[OutcomeHere]
    scale: list[Rating]
    last_words: Standing | None
    answers: list[Answer]
    typing: Typing | None
    uploads: list[Upload]  # came, and not sent with an answer yet
    questions: list[Question]
    kept: list[Answer] = field(default_factory=list)  # news that came too early last time
    sent_back: Verdict | None = None  # with a question, and not answered again yet
    place: int = 1
    of_how_many: int = 1
    next_id: int | None = None

    @property
    def answer(self) -> Answer | None:
        return self.answers[-1] if self.answers else None

    @property
    def action(self) -> Action:
        return self.item.action

    @property
    def kept_words(self) -> str:
        """What an answer begins with, where nobody has answered yet."""
        return "\n\n".join(one.happened for one in self.kept)

    @property
    def priorities(self) -> list[tuple[str, str]]:
        """Where the promise stands under several: what differs there may be said apart."""
        placed = list(self.action.placements.all())
        return [(str(one.priority_id), str(one.priority)) for one in placed if len(placed) > 1]


@dataclass
class Listed:
    item: Item
    answer: Answer | None
    is_begun: bool
    # Whom it was passed to, and whether they have answered it.
    passed_answered: bool = False
    answered_by: str = ""  # another lead of the same promise: one answer is enough
    sent_back: Verdict | None = None

    @property
    def needs_answer(self) -> bool:
        if not self.item.is_theirs:
            return False
        return self.sent_back is not None or (self.answer is None and not self.answered_by)


@dataclass
class Asked:
    request: Request
    items: list[Listed] = field(default_factory=list)

    @property
    def round(self) -> Round:
        return self.request.round

    @property
    def theirs(self) -> list[Listed]:
        return [one for one in self.items if one.item.is_theirs]

    @property
    def passed(self) -> list[Listed]:
        return [one for one in self.items if one.item.passed_to_id]

    @property
    def waiting(self) -> list[Listed]:
        return [one for one in self.items if one.needs_answer]


def request_behind(link: Link) -> Request | None:
    key = _key(link, "request")
    found = Request.objects.filter(pk=key, link__isnull=False) if key else Request.objects.none()
    # A link that was made again stays the request's own, whichever is the newer.
    return found.select_related("round__plan", "round__partnership", "link").first()


def question_behind(link: Link) -> Question | None:
    key = _key(link, "question")
    found = Question.objects.filter(pk=key) if key else Question.objects.none()
    return found.select_related("round__partnership", "action", "link", "item__request").first()


def _key(link: Link, kind: str) -> int | None:
    opens, _, number = link.opens.partition(":")
    return int(number) if opens == kind and number.isdecimal() else None


def asked(request: Request) -> Asked:
    """As many queries for one promise as for many."""
    answers = Answer.objects.order_by("pk")
    typings = Typing.objects.order_by("saved_at")
    passed = Item.objects.prefetch_related(Prefetch("answers", queryset=answers))
    items = (
        Item.objects.filter(request=request)
        .select_related("action", "passed_to")
        .prefetch_related(
            Prefetch("answers", queryset=answers.prefetch_related("outcomes__rating")),
            Prefetch("typings", queryset=typings),
            "verdicts",
            Prefetch("passed_to__items", queryset=passed),
        )
    )
    others = _others_answered(request)
    return Asked(request, [_listed(item, others.get(item.action_id, "")) for item in items])


def _others_answered(request: Request) -> dict[int, str]:
    """By promise: which other lead of this round has answered for it."""
    found = Answer.objects.filter(COUNTED, item__request__round=request.round_id)
    others = found.exclude(item__request=request).order_by("pk")
    return dict(others.values_list("item__action_id", "said_by"))


def _listed(item: Item, answered_by: str) -> Listed:
    answers = list(item.answers.all())
    answer = answers[-1] if answers else None
    begun = _unsent(item.typings.all(), answer) is not None
    over = item.passed_to.items.all() if item.passed_to else []
    done = any(one.action_id == item.action_id and one.answers.all() for one in over)
    back = sent_back(item.verdicts.all(), answer)
    return Listed(item, answer, begun, done, answered_by, back)


def _unsent(typings: Iterable[Typing], answer: Answer | None, hand: str = "") -> Typing | None:
    """What was typed after the last answer: by this hand first, else on another device."""
    live = [one for one in typings if answer is None or one.saved_at > answer.sent_at]
    own = [one for one in live if one.hand == hand]
    return next(reversed(own or live), None)


def asked_item(request: Request, item_id: int, hand: str = "") -> ItemHere:
    """One promise with all that stands beside its form. As many queries for any number of rows."""
    items = list(Item.objects.filter(request=request, passed_to=None, dropped_at=None))
    place = next((at for at, one in enumerate(items) if one.pk == item_id), None)
    if place is None:
        raise NotThere
    here = _loaded(request, item_id, hand)
    here.place, here.of_how_many = place + 1, len(items)
    here.next_id = items[place + 1].pk if place + 1 < len(items) else None
    return here


def asked_items(request: Request, hand: str = "") -> list[ItemHere]:
    """All that this request still asks, each with all that stands beside its form."""
    items = _items().filter(request=request, passed_to=None, dropped_at=None)
    own, scale = _said_in(request.round), ratings(request.round.partnership)
    kept = kept_for(request.round, [item.action for item in items])
    heres = [_here(item, request, own, scale, hand) for item in items]
    for here in heres:
        here.kept = kept.get(here.item.action_id, [])
    outcomes = [one for here in heres for one in here.outcomes]
    set_beside(outcomes, request.round.plan, scale)
    for at, here in enumerate(heres, 1):
        here.place, here.of_how_many = at, len(heres)
    return heres


def _loaded(request: Request, item_id: int, hand: str) -> ItemHere:
    item = _items().get(pk=item_id)
    own = _said_in(request.round, item__action=item.action)
    scale = ratings(request.round.partnership)
    here = _here(item, request, own, scale, hand)
    set_beside(here.outcomes, request.round.plan, scale)
    here.kept = kept_for(request.round, [item.action]).get(item.action_id, [])
    return here


def _here(item: Item, request: Request, own: set[int], scale: list[Rating], hand: str) -> ItemHere:
    item.request = request
    answers = list(item.answers.all())
    return ItemHere(
        item=item,
        outcomes=_outcomes(item.action, own),
        scale=scale,
        last_words=_last_words(item.action, own),
        answers=answers,
        typing=_unsent(item.typings.all(), answers[-1] if answers else None, hand),
        uploads=[one for one in item.uploads.all() if one.answer_id is None],
        questions=[one for one in item.questions.all() if one.withdrawn_at is None],
        sent_back=sent_back(item.verdicts.all(), answers[-1] if answers else None),
    )


def _items() -> QuerySet[Item]:
    standings = Standing.objects.select_related("rating")
    outcomes = Outcome.objects.select_related("rating").prefetch_related(
        "targets", Prefetch("standings", queryset=standings)
    )
    answers = Answer.objects.order_by("pk").prefetch_related(
        "outcomes__rating", "raised", "uploads"
    )
    return Item.objects.select_related("action__plan").prefetch_related(
        Prefetch("action__outcomes", queryset=outcomes),
        Prefetch("action__standings", queryset=standings),
        "action__placements__priority",
        Prefetch("answers", queryset=answers),
        Prefetch("typings", queryset=Typing.objects.order_by("saved_at")),
        "uploads",
        "questions",
        "verdicts",
    )


def _said_in(round_: Round, **which: Any) -> set[int]:
    """What this round itself has said: it is not 'last time'."""
    here: dict[str, Any] = {"item__request__round": round_, **which}
    told = Answer.objects.filter(**here).values_list("standing_id", flat=True)
    rated = OutcomeAnswer.objects.filter(
        **{f"answer__{name}": value for name, value in here.items()}
    ).values_list("standing_id", flat=True)
    return {pk for pk in [*told, *rated] if pk}


def _outcomes(action: Action, own: set[int]) -> list[OutcomeHere]:
    outcomes = list(action.outcomes.all())
    if not outcomes:
        return [OutcomeHere(action, _last(action, own), None)]
    open_now = [one for one in outcomes if one.state not in DECIDED]
    return [OutcomeHere(one, _last(one, own), counted(one)) for one in open_now]


def _last(of: Action | Outcome, own: set[int]) -> Standing | None:
    said = (one for one in of.standings.all() if not one.words_only and one.pk not in own)
    return next(said, None)


def _last_words(action: Action, own: set[int]) -> Standing | None:
    said = [one for one in action.standings.all() if one.pk not in own]
    for outcome in action.outcomes.all():
        said += [one for one in outcome.standings.all() if one.pk not in own]
    worded = [one for one in said if one.words]
    return max(worded, key=lambda one: (one.said_on, one.pk), default=None)


def upload_waiting(item: Item, upload_id: int) -> Upload:
    found = Upload.objects.filter(item=item, answer__isnull=True, pk=upload_id).first()
    if found is None:
        raise NotThere
    return found


def item_here(request: Request, item_id: int) -> Item:
    """One of this request's items and of no other's, wherever it went since."""
    found = Item.objects.filter(request=request, pk=item_id)
    item = found.select_related("action", "passed_to", "request__round__partnership").first()
    if item is None:
        raise NotThere
    return item


def upload_here(partnership: Partnership, upload_id: int) -> Upload:
    """A file that came with an answer of this partnership, for the desk to hand out."""
    found = Upload.objects.filter(partnership=partnership, pk=upload_id)
    upload = found.select_related("item__action").first()
    if upload is None:
        raise NotThere
    return upload
