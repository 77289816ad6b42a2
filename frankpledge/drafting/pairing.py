"""A draft against the plan it follows: rows on the one side, a file on the other. Four queries."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from frankpledge.drafting.matching import Match, Promise, matched
from frankpledge.drafting.mending import Mended
from frankpledge.drafting.models import Draft
from frankpledge.plan.models import Action
from frankpledge.plan.naming import in_words

File = dict[str, Any]
FIELDS = {
    "ref": "Reference",
    "action": "What will be done",
    "aim": "Aim",
    "outcomes": "Outcomes",
    "timescale": "By when",
    "lead": "Who leads",
}


@dataclass
class Pairing:
    file: File
    actions: dict[int, Action]  # of the plan before, those that are not struck
    chosen: dict[str, Any]

    @cached_property
    def matches(self) -> list[Match]:
        new = [promise_of_file(each, self.file) for each in self.file["actions"]]
        old = [promise_of_row(each) for each in self.actions.values()]
        return matched(new, old, self._choices())

    def _choices(self) -> dict[str, str | None]:
        """A choice of a promise that is gone since is a guess again."""
        ids = {action["id"] for action in self.file["actions"]}
        return {
            name: str(pk) if pk else None
            for name, pk in self.chosen.items()
            if name in ids and (pk is None or pk in self.actions)
        }

    def action(self, name: str | None) -> Action | None:
        return self.actions.get(int(name)) if name else None

    def chosen_actions(self) -> dict[str, Action]:
        found = {match.new: self.action(match.old) for match in self.matches}
        return {name: action for name, action in found.items() if action is not None}


def pairing(draft: Draft, mended: Mended) -> Pairing:
    rows = Action.objects.filter(plan=draft.follows, closed_on=None).prefetch_related(
        "outcomes",
        "placements__priority",
        "timescales",
        "leads__organisation",
        "leads__post__organisation",
        "leads__person",
        "leads__group__group",
    )
    return Pairing(mended.file, {row.pk: row for row in rows}, mended.matches)


def promise_of_file(action: File, file: File) -> Promise:
    titles = {each["id"]: each["title"] for each in file["priorities"]}
    texts = texts_of_file(action)
    under = action["priorities"][0] if action["priorities"] else ""
    return _promise(action["id"], texts, titles.get(under, ""))


def promise_of_row(action: Action) -> Promise:
    base = [place.priority.title for place in action.placements.all() if place.is_base]
    return _promise(str(action.pk), texts_of_row(action), next(iter(base), ""))


def _promise(name: str, texts: dict[str, str], priority: str) -> Promise:
    rest = {field: texts[field] for field in ("outcomes", "timescale", "lead")}
    words = f"{texts['aim']} {texts['action']}".strip()
    return Promise(name, words, texts["ref"], priority, rest)


def texts_of_file(action: File) -> dict[str, str]:
    texts = {field: action[field] or "" for field in FIELDS if field != "outcomes"}
    texts["outcomes"] = " ".join(
        f"{each['number'] or ''} {each['text']}".strip() for each in action["outcomes"]
    )
    return texts


def texts_of_row(action: Action) -> dict[str, str]:
    leads = [lead.printed or in_words(lead) for lead in action.leads.all() if lead.part == "lead"]
    printed = dict.fromkeys(item.printed for item in action.timescales.all())
    return {
        "ref": action.ref,
        "action": action.words,
        "aim": action.aim,
        "outcomes": " ".join(str(outcome) for outcome in action.outcomes.all()),
        "timescale": " ".join(text for text in printed if text),
        "lead": ", ".join(dict.fromkeys(leads)),
    }
