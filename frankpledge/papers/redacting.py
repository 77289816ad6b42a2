"""What is left of a freeze for one audience. Papers are written from this, so none can say more.

Pure. Nothing here knows what a paper looks like.
"""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from frankpledge.papers.audiences import FIELDS, PROMISES, Audience, LeftOut, sees
from frankpledge.plan.published import UNSHOWN_REVISIONS
from frankpledge.record.digests import is_withdrawn

Doc = dict[str, Any]
SAID_BY = re.compile(r"said by .{1,200}? on (\d)")
WITHDRAWN = "(withdrawn by law)"
NAMES = {
    "plan.funding_note": "What the plan says of money",
    "plan.adopted_by": "Who adopted the plan",
    "action.resources": "Resources",
    "action.forecast_why": "Why a date moved",
    "action.closed_by": "Who decided that a promise ends",
    "action.lead_people": "Names of people, and printed leads that may hold them",
    "standing.words": "What was said when, unless made public",
    "standing.condition": "On what it depends",
    "answer.words": "What leads said in this round, unless made public",
    "unreported.why": "Why nothing was reported",
    "answer.help": "Help that was asked for",
    "strike.why": "What the board is asked to strike",
    "raised.words": "Concerns and decisions that were raised",
    "judgement.odds": "Odds of meeting a target",
    "judgement.signal": "What the figures say of a target",
    "annex.words": "The analyst’s words beside the tables",
    "revision.decided_by": "Who decided a change of words",
}


class Redactor:
    """Takes out as it goes, and counts what it took."""

    def __init__(self, audience: Audience) -> None:
        self.audience = audience
        self.taken: Counter[tuple[str, Audience]] = Counter()

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        found = sorted(self.taken.items(), key=lambda item: (item[0][1], item[0][0]))
        return tuple(LeftOut(what, count, least) for (what, least), count in found)

    def see(self, field: str, value: Any, instead: Any = "") -> Any:
        if sees(field, self.audience):
            return value
        if value:
            self.taken[NAMES.get(field, field), FIELDS[field]] += 1
        return instead

    def plan(self, plan: Doc, extra: Mapping[str, Any], public: Mapping[str, Any]) -> Doc:
        actions = [self._action(one, extra, public) for one in plan["actions"] if self._may(one)]
        here = {one["pk"] for one in actions}
        return {
            **plan,
            "funding_note": self.see("plan.funding_note", plan["funding_note"]),
            "adopted_by": self.see("plan.adopted_by", plan["adopted_by"]),
            "priorities": [self._priority(one, here, public) for one in plan["priorities"]],
            "actions": actions,
            "revisions": [
                self._revision(one)
                for one in plan.get("revisions", [])
                if one["action_id"] is None or one["action_id"] in here
            ],
        }

    def _may(self, action: Doc) -> bool:
        least = PROMISES[action["audience"]]
        if least < self.audience:
            self.taken["Promises", least] += 1
            return False
        return True

    def _priority(self, priority: Doc, here: set[int], public: Mapping[str, Any]) -> Doc:
        theirs = {one["id"]: one["leads"] for one in public.get("priorities", [])}
        inside = self.audience <= Audience.INTERNAL
        leads = [one["who"] for one in priority["leads"] if one["part"] == "lead"]
        hidden = {"lead", "support", "update"} | (set() if inside else {"resources"})
        placements = [
            {**one, "variants": {k: v for k, v in one["variants"].items() if k not in hidden}}
            for one in priority["placements"]
            if one["action_id"] in here
        ]
        return {
            **priority,
            "leads": leads if inside else theirs.get(priority["pk"], []),
            "placements": placements,
        }

    def _action(self, action: Doc, extra: Mapping[str, Any], public: Mapping[str, Any]) -> Doc:
        return {
            **action,
            "resources": self.see("action.resources", action["resources"], []),
            "closed_by": self.see("action.closed_by", action["closed_by"]),
            **{part: self._leads(action, part, extra, public) for part in ("lead", "support")},
            "leads": [],
            "timescales": [self._timescale(one) for one in action["timescales"]],
            "outcomes": [self._outcome(one) for one in action["outcomes"]],
            "standings": [self._standing(one) for one in action["standings"]],
        }

    def _leads(
        self, action: Doc, part: str, extra: Mapping[str, Any], public: Mapping[str, Any]
    ) -> list[str]:
        """As the freeze says that this audience may call them; else as the public may."""
        if self.audience <= Audience.INTERNAL:
            return list(dict.fromkeys(o["who"] for o in action["leads"] if o["part"] == part))
        key = str(action["pk"])
        named = extra.get("leads", {}).get(key, {}).get(self.audience.name)
        if named is not None:
            return list(named[part])
        theirs = public.get("actions", {}).get(key, {})
        return list(theirs.get("leads" if part == "lead" else "support", []))

    def _timescale(self, one: Doc) -> Doc:
        return {**one, "forecast_why": self.see("action.forecast_why", one["forecast_why"])}

    def _outcome(self, outcome: Doc) -> Doc:
        return {
            **outcome,
            "closed_by": self.see("action.closed_by", outcome["closed_by"]),
            "timescales": [self._timescale(one) for one in outcome["timescales"]],
            "standings": [self._standing(one) for one in outcome["standings"]],
        }

    def _standing(self, one: Doc) -> Doc:
        said = one["public_words"] or one["words"] if one["words_are_public"] else ""
        inside = sees("standing.words", self.audience)
        if not inside and one["words"] and not said:
            self.see("standing.words", one["words"])
        kept = "state rating words_only said_on period figure of"
        return {
            **{name: one[name] for name in kept.split()},
            "words": one["words"] if inside else said,
            "condition": self.see("standing.condition", one["condition"]),
        }

    def _revision(self, one: Doc) -> Doc:
        quiet = one["what"] in UNSHOWN_REVISIONS and self.audience > Audience.INTERNAL
        return {
            **one,
            "old": {} if quiet else one["old"],
            "new": {} if quiet else one["new"],
            "decided_by": self.see("revision.decided_by", one["decided_by"]),
            "made_by": "",
        }

    def answer(self, answer: Doc, verdict: Doc) -> Doc:
        """Words that a coordinator has agreed. Beyond the board, as they were made public."""
        inside = sees("answer.words", self.audience)
        public = (verdict["public_words"] or answer["happened"]) if verdict["is_public"] else ""
        if not inside and answer["happened"] and not public:
            self.see("answer.words", answer["happened"])
        return {
            "happened": answer["happened"] if inside else public,
            "why": answer["why"] if inside else "",
            "next_step": answer["next_step"] if inside else "",
            "help_needed": self.see("answer.help", answer["help_needed"]),
            "help_from": answer["help_from"] if inside else "",
            "no_change": answer["no_change"],
            "said_on": answer["said_on"],
            "is_late": answer["is_late"],
            "outcomes": answer["outcomes"] if inside else [],
        }

    def judgement(self, judged: Doc) -> Doc:
        made = {name: judged.get(name) for name in ("target", "indicator", "told")}
        if not sees("standing.said_by", self.audience):
            judged = {**judged, "workings": _unsaid_by(judged.get("workings"))}
            made["told"] = [one for one in made["told"] or [] if not one.startswith("Newest:")]
        made["signal"] = self.see("judgement.signal", judged.get("signal"), None)
        made["chart"] = judged.get("chart") if made["signal"] else None
        odds = sees("judgement.odds", self.audience)
        if not odds and judged.get("odds_words"):
            self.see("judgement.odds", True)
        names = "verdict sentence why odds odds_words disagreement deviation workings notes"
        return {**made, **{name: judged.get(name) if odds else None for name in names.split()}}


def _unsaid_by(workings: Any) -> Any:
    """Whoever gave a figure may be named beside it, and names go no further."""
    return [[what, SAID_BY.sub(r"said on \1", how)] for what, how in workings or []]


def without_withdrawn(value: Any) -> Any:
    """What the law took out says so in every paper."""
    if is_withdrawn(value):
        return WITHDRAWN
    if isinstance(value, dict):
        return {name: without_withdrawn(one) for name, one in value.items()}
    if isinstance(value, list):
        return [without_withdrawn(one) for one in value]
    return value
