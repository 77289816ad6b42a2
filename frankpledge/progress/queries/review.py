"""What there is to read in a round: each promise with its answers, last time, and its doubts."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Prefetch

from frankpledge.figures.odds.judgement import Judgement
from frankpledge.judging.queries import kept_judgements
from frankpledge.partnership.models import Rating
from frankpledge.plan.models import Action, Outcome, Standing
from frankpledge.plan.queries import NotThere
from frankpledge.plan.showing import Scale, Shown
from frankpledge.progress.doubts import Doubt, Known, doubts_of
from frankpledge.progress.models import (
    COUNTED,
    Answer,
    Item,
    Kept,
    OutcomeAnswer,
    Raised,
    Round,
    Settled,
    Verdict,
)
from frankpledge.progress.queries.reading import known_here, said_in
from frankpledge.progress.verdicts import counting, version_of

KEYS = {
    "unread": "To read",
    "again": "Answered again",
    "sent-back": "Sent back",
    "agreed": "Agreed",
    "not-reported": "Not reported",
    "missing": "No answer yet",
    "called-off": "Not asked any more",
}


@dataclass
class OutcomeRead:
    """One outcome beside itself: last time and now."""

    outcome: Outcome | None
    now: Shown
    before: Shown | None
    said: OutcomeAnswer


@dataclass
class AnswerRead:
    answer: Answer
    outcomes: list[OutcomeRead]

    @property
    def kept(self) -> Kept | None:
        """Its news waits for the next round."""
        return next((one for one in self.answer.kept.all() if one.undone_at is None), None)

    @property
    def priorities(self) -> list[tuple[str, str]]:
        """What was said apart for each place of a shared promise."""
        placed = self.answer.item.action.placements.all()
        names = {str(one.priority_id): str(one.priority) for one in placed}
        return [(names.get(key, "Elsewhere"), words) for key, words in _told(self.answer)]


def _told(answer: Answer) -> Any:
    return answer.by_priority.items()


@dataclass
class PromiseRead:
    action: Action
    items: list[Item]
    answers: list[AnswerRead]  # in time, oldest first
    late: list[AnswerRead]  # came after the freeze
    verdicts: list[Verdict]
    before: Standing | None  # the words of last time
    doubts: list[Doubt] = field(default_factory=list)
    settled: list[tuple[Doubt, Settled]] = field(default_factory=list)

    @property
    def item(self) -> Item:
        """The address of the promise in this round."""
        return self.items[0]

    @property
    def newest(self) -> Answer | None:
        return self.answers[-1].answer if self.answers else None

    @property
    def verdict(self) -> Verdict | None:
        return counting(self.verdicts)

    @property
    def version(self) -> int:
        return version_of(len(self.answers) + len(self.late), self.verdicts)

    @property
    def key(self) -> str:
        verdict, newest = self.verdict, self.newest
        if verdict is None and newest is None:
            return "missing" if any(item.is_asked for item in self.items) else "called-off"
        if verdict is None:
            return "unread"
        if newest and is_news(newest, verdict):
            return "again"
        return verdict.kind

    @property
    def words(self) -> str:
        return KEYS[self.key]

    @property
    def to_read(self) -> bool:
        return self.key in ("unread", "again")

    @property
    def leads(self) -> str:
        names = [item.request.called for item in self.items if item.is_theirs]
        return "; ".join(dict.fromkeys(names))

    @property
    def raised(self) -> list[Raised]:
        read = [*self.answers, *self.late]
        return [raised for one in read for raised in one.answer.raised.all()]


def is_news(answer: Answer, verdict: Verdict) -> bool:
    """It came after somebody had made up their mind, who has not read it yet."""
    return verdict.answer_id != answer.pk and verdict.at < answer.sent_at


@dataclass
class ReviewPage:
    round: Round
    promises: list[PromiseRead]

    def of(self, *keys: str) -> list[PromiseRead]:
        return [one for one in self.promises if one.key in keys]

    @property
    def to_read(self) -> list[PromiseRead]:
        return [one for one in self.promises if one.to_read]

    @property
    def doubts(self) -> list[tuple[PromiseRead, Doubt]]:
        return [(one, doubt) for one in self.promises for doubt in one.doubts]

    @property
    def settled(self) -> list[tuple[PromiseRead, Doubt, Settled]]:
        return [(one, doubt, by) for one in self.promises for doubt, by in one.settled]

    @property
    def raised(self) -> list[tuple[PromiseRead, Raised]]:
        return [(one, raised) for one in self.promises for raised in one.raised]

    @property
    def late(self) -> list[tuple[PromiseRead, AnswerRead]]:
        """Came after the freeze, and not in the plan yet."""
        found = [(one, late) for one in self.promises for late in one.late]
        return [(one, late) for one, late in found if not late.answer.is_counted]

    def next_to_read(self, after: PromiseRead) -> PromiseRead | None:
        """The next one down, and after the last the first that is left."""
        at = self.promises.index(after)
        order = [*self.promises[at + 1 :], *self.promises[:at]]
        return next((one for one in order if one.to_read), None)


def promise_read(page: ReviewPage, item: Item) -> PromiseRead:
    found = next((one for one in page.promises if one.action.pk == item.action_id), None)
    if found is None:
        raise NotThere
    return found


def doubts_open(round_: Round) -> int:
    return len(review_page(round_).doubts)


def review_page(round_: Round) -> ReviewPage:
    """As many queries for one promise as for many."""
    items = list(_items(round_))
    for item in items:
        item.request.round = round_
    answers = [answer for item in items for answer in _of(item)]
    earlier = _earlier(round_)
    known = known_here(round_.partnership, round_.plan, _plan_words(items))
    scale = Scale(list(Rating.objects.filter(partnership=round_.partnership_id)))
    settled = {one.doubt: one for one in Settled.objects.filter(round=round_)}
    own = _said_here(answers)
    grouped: dict[int, list[Item]] = defaultdict(list)
    for item in items:
        grouped[item.action_id].append(item)
    promises = [_promise(found, round_, scale, own) for found in grouped.values()]
    judged = kept_judgements(
        one.outcome_id for answer in answers for one in answer.outcomes.all() if one.outcome_id
    )
    for promise in promises:
        before = earlier.get(promise.action.pk, [])
        _doubt(promise, round_, scale, before, known, settled, judged)
    return ReviewPage(round_, sorted(promises, key=_in_the_plans_order))


def _items(round_: Round) -> Any:
    standings = Standing.objects.select_related("rating")
    outcomes = Outcome.objects.prefetch_related(Prefetch("standings", queryset=standings))
    said = OutcomeAnswer.objects.select_related("rating", "outcome")
    answers = Answer.objects.order_by("pk").prefetch_related(
        Prefetch(
            "outcomes", queryset=said.prefetch_related("outcome__targets", "outcome__timescales")
        ),
        "raised",
        "uploads",
        "kept",
    )
    return (
        Item.objects.filter(request__round=round_, dropped_at=None)
        .select_related("action", "request__link", "passed_to")
        .prefetch_related(
            Prefetch("answers", queryset=answers.select_related("standing")),
            "verdicts",
            "action__timescales",
            "action__placements__priority",
            Prefetch("action__standings", queryset=standings),
            Prefetch("action__outcomes", queryset=outcomes),
        )
        .order_by("order", "pk")
    )


def _of(item: Item) -> list[Answer]:
    """With the item that was loaded for all of them, and not each with its own."""
    answers = list(item.answers.all())
    for answer in answers:
        answer.item = item
    return answers


def _earlier(round_: Round) -> dict[int, list[str]]:
    """By promise: what earlier rounds were told, newest first; one of each round."""
    rows = Answer.objects.filter(
        COUNTED,
        item__request__round__plan=round_.plan_id,
        item__request__round__ends__lt=round_.ends,
    ).order_by("-item__request__round__ends", "-pk")
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for action, one, no_change, words in rows.values_list(
        "item__action", "item__request__round", "no_change", "happened"
    ):
        found[action].setdefault(one, "" if no_change else words)
    return {action: list(rounds.values()) for action, rounds in found.items()}


def _plan_words(items: list[Item]) -> list[str]:
    actions = {item.action_id: item.action for item in items}.values()
    outcomes = [outcome.words for one in actions for outcome in one.outcomes.all()]
    return [*(one.words for one in actions), *outcomes]


def _said_here(answers: list[Answer]) -> set[int]:
    """Sayings of this round are not 'last time'."""
    told = [one.standing_id for one in answers]
    rated = [said.standing_id for one in answers for said in one.outcomes.all()]
    return {pk for pk in [*told, *rated] if pk}


def _is_read(answer: Answer, round_: Round) -> bool:
    """What came after a freeze is read with the rest once it is taken up and all is reopened."""
    return not answer.after_freeze or (answer.is_counted and round_.is_running)


def _promise(items: list[Item], round_: Round, scale: Scale, own: set[int]) -> PromiseRead:
    answers = sorted((a for item in items for a in _of(item)), key=lambda one: one.pk)
    read = [AnswerRead(one, _outcomes(one, scale, own)) for one in answers]
    return PromiseRead(
        action=items[0].action,
        items=items,
        answers=[one for one in read if _is_read(one.answer, round_)],
        late=[one for one in read if not _is_read(one.answer, round_)],
        verdicts=[verdict for item in items for verdict in item.verdicts.all()],
        before=_last_words(items[0].action, own),
    )


def _outcomes(answer: Answer, scale: Scale, own: set[int]) -> list[OutcomeRead]:
    action = answer.item.action
    loaded = {one.pk: one for one in action.outcomes.all()}
    return [
        OutcomeRead(
            outcome=said.outcome,
            now=scale.shown_answer(said.rating_id, said.state),
            before=_before(loaded.get(said.outcome_id or 0, action), scale, own),
            said=said,
        )
        for said in sorted(answer.outcomes.all(), key=_in_their_order)
    ]


def _in_their_order(said: OutcomeAnswer) -> tuple[int, int]:
    return (said.outcome.number or 0, said.outcome.pk) if said.outcome else (0, 0)


def _before(of: Action | Outcome, scale: Scale, own: set[int]) -> Shown | None:
    said = (one for one in of.standings.all() if not one.words_only and one.pk not in own)
    last = next(said, None)
    return scale.shown_standing(last) if last else None


def _last_words(action: Action, own: set[int]) -> Standing | None:
    said = list(action.standings.all())
    for outcome in action.outcomes.all():
        said += outcome.standings.all()
    worded = [one for one in said if one.words and one.pk not in own]
    return max(worded, key=lambda one: (one.said_on, one.pk), default=None)


def _doubt(
    promise: PromiseRead,
    round_: Round,
    scale: Scale,
    before: list[str],
    known: Known,
    settled: dict[str, Settled],
    judged: Mapping[int, Judgement],
) -> None:
    """Only in what was said last: the rest is overtaken, or waits for another answer."""
    if promise.newest is None or promise.key == "sent-back":
        return
    for doubt in doubts_of(said_in(promise.newest, round_, scale, before, known, judged)):
        if doubt.key in settled:
            promise.settled.append((doubt, settled[doubt.key]))
        else:
            promise.doubts.append(doubt)


def _in_the_plans_order(promise: PromiseRead) -> tuple[Any, ...]:
    placed = list(promise.action.placements.all())
    first = min(((one.priority.order, one.order) for one in placed), default=(10**6, 0))
    return (*first, promise.action.pk)
