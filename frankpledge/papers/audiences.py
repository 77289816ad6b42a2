"""Whom a paper is for, and what of the record each of them may see. Publishing is by field."""

from dataclasses import dataclass

from frankpledge.plan.audience import FIELDS as PLAN_FIELDS
from frankpledge.plan.audience import Audience

A = Audience

KEYS: dict[str, Audience] = {
    "internal": A.INTERNAL,
    "board": A.BOARD,
    "policing-body": A.POLICING_BODY,
    "members": A.MEMBERS,
    "public": A.PUBLIC,
}
WORDS: dict[Audience, str] = {
    A.RESTRICTED: "those who may see restricted promises",
    A.INTERNAL: "the coordinator’s team",
    A.BOARD: "the board",
    A.POLICING_BODY: "the local policing body",
    A.MEMBERS: "councillors",
    A.PUBLIC: "the public",
}
CHOICES = [
    (key, WORDS[audience][:1].upper() + WORDS[audience][1:]) for key, audience in KEYS.items()
]

# What papers hold beside the plan itself.
FIELDS: dict[str, Audience] = {
    **PLAN_FIELDS,
    "answer.words": A.BOARD,  # once the coordinator has agreed them; wider where made public
    "answer.help": A.BOARD,
    "raised.words": A.BOARD,  # once confirmed, as the coordinator puts them
    "strike.why": A.BOARD,
    "unreported.why": A.BOARD,
    "freshness": A.PUBLIC,
    "judgement.signal": A.MEMBERS,
    "judgement.odds": A.POLICING_BODY,
    "judgement.workings": A.POLICING_BODY,
    "evidence": A.PUBLIC,
    "annex.words": A.BOARD,
}
# A promise for the partnership alone is for its board too.
PROMISES: dict[str, Audience] = {
    "public": A.PUBLIC,
    "internal": A.BOARD,
    "restricted": A.RESTRICTED,
}


@dataclass(frozen=True)
class LeftOut:
    """One line of what a paper does not say, and why."""

    what: str
    count: int
    least: Audience

    @property
    def words(self) -> str:
        return f"{self.what}: {self.count}"

    @property
    def why(self) -> str:
        return f"For {WORDS[self.least]} and nobody wider."


def sees(field: str, audience: Audience) -> bool:
    return FIELDS[field] >= audience


def words_of(audience: Audience) -> str:
    return WORDS[audience]
