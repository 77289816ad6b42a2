"""Words that may tell of a private person: by name, or by being one of very few. Pure."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from frankpledge.language.given_names import GIVEN
from frankpledge.language.sentences import sentences

_FEW = "one|two|three|four|[1-4]"
_SMALL = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|1?[0-9]"
)
_WHO = (
    r"(?:clients?|victims?|child(?:ren)?|survivors?|offenders?|perpetrators?|pupils?|girls?|"
    r"boys?|wom[ae]n|m[ae]n|famil(?:y|ies)|patients?|tenants?|young people|"
    r"young persons?|teenagers?|households?|prisoners?|rough sleepers?|people)"
)
_OF_FEW = re.compile(
    rf"\b(?:{_SMALL}) (?:out of|of|in)(?: the| our| its| these)? (?:{_SMALL}) "
    rf"(?:\w+ ){{0,2}}{_WHO}\b",
    re.IGNORECASE,
)
_SHARE_OF_FEW = re.compile(
    rf"\d ?(?:%|per ?cent)\W+(?:\w+\W+){{0,4}}(?:of|\() ?(?:the )?(?:{_SMALL}) (?:\w+ )?{_WHO}\b",
    re.IGNORECASE,
)
_VERY_FEW = re.compile(
    rf"\b(?<![\d,.])(?:{_FEW}) (?:\w+ )?(?:victims?|survivors?|child(?:ren)?|perpetrators?|girls?|"
    r"boys?|teenagers?)\b(?!'s? (?:centre|home|service|ward|group))",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"\b(?:an? )?\d{1,2}[- ]years?[- ]old\b|\b(?:boy|girl|man|woman|male|female|youth) aged \d",
    re.IGNORECASE,
)
_LIVES = re.compile(
    r"\b(?:lives? at|family at|tenant (?:at|of)|resident of|occup\w+ of|address:?) (?:no\.? ?)?\d+",
    re.IGNORECASE,
)
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.? (?:[A-Z]\.? ?)?[A-Z][a-z]+")
_NAME = re.compile(
    r"\b(?P<given>[A-Z][a-z]+) (?:[A-Z]\.? )?(?P<family>(?:Mc|Mac|O['’])?[A-Z][a-z]{2,})\b"
)
_A_PLACE = re.compile(
    r"['’]?s? (?:school|academy|college|centre|house|park|estate|ward|trust|hall|court|hospital|"
    r"community|primary|secondary|club|church|foundation|award|road|street|lane)\b",
    re.IGNORECASE,
)
# A capital after a given name that makes it a place, a thing or a scheme.
_PLACES = (
    "Street Road Lane Avenue Park House Court Centre Center School Square Green Hall Close Drive "
    "Church Hospital College Estate Way Place Gardens Bridge Hill Terrace Trust Foundation Day "
    "Week Project Charity Community Primary Academy Award Ward Island Infirmary Library Common "
    "Field Fields Meadow Row Wharf Station"
)
_NOT_FAMILY = frozenset(_PLACES.split())


@dataclass(frozen=True)
class Telling:
    """A sentence that may tell of somebody, and what in it does."""

    sentence: str
    because: str


def tells_of_somebody(text: str, known: Collection[str] = ()) -> Telling | None:
    """The first such sentence. `known`: full names of those who work here."""
    for line in sentences(text):
        because = _because(line, known)
        if because:
            return Telling(line, because)
    return None


def _because(line: str, known: Collection[str]) -> str:
    if _OF_FEW.search(line) or _SHARE_OF_FEW.search(line) or _VERY_FEW.search(line):
        return "So few can be known by those who live nearby. Say ‘most’ or ‘fewer than five’."
    if _AGED.search(line) or _LIVES.search(line):
        return "An age or an address can tell who it is."
    name = _a_name(line, known)
    return f"{name} is no post and no organisation." if name else ""


def _a_name(line: str, known: Collection[str]) -> str:
    titled = _TITLED.search(line)
    if titled:
        return titled.group()
    for match in _NAME.finditer(line):
        whole = f"{match['given']} {match['family']}"
        is_person = match["given"] in GIVEN and match["family"] not in _NOT_FAMILY
        named_after = _A_PLACE.match(line, match.end())
        if is_person and not named_after and whole not in known:
            return whole
    return ""
