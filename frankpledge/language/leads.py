"""Who: a printed lead read into organisations, people, posts and groups."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from frankpledge.language.lead_words import (
    COMMON,
    EVERYONE,
    GROUP,
    GROUP_LETTERS,
    ORGANISATION,
    PLACES,
    POST,
    RANKS,
    SMALL,
    TAILS,
    TITLES,
)
from frankpledge.language.meanings import Meaning
from frankpledge.language.tokens import DASHES

DASH = re.compile(f"[{DASHES}]")
# Nobody has more leads than fit here.
LONGEST_LEADS = 4_000
HARD = re.compile(
    r"\s*(?:[;\n\t|+]|/(?!\s*c\b)|,(?!\s*\()|\b(?:in (?:conjunction|partnership|association) with|"
    r"together with|jointly with|supported by|support(?:ed)? from|along ?with|alongside|"
    r"assisted by|"
    r"as well as|plus|working with|with)\b)\s*",
    re.I,
)
SOFT = re.compile(r"\s+(?:&|and)\s+", re.I)
ALL = re.compile(
    r"\A\W*(?:all|every|each)\b(?:\s+(?:csp|local|other|relevant|the|our|member|partner)\b)*\s*([A-Za-z]*)",
    re.I,
)
# How a lead goes about it is no lead of its own ("through communications teams").
HOW = re.compile(r"\s*(?:through|via|where|when|as|if|by)\b")
BROKEN_HYPHEN = re.compile(r"(?<=[a-z])- (?=[A-Z][a-z])")
INITIALS = re.compile(r"\A(?:[A-Z]\.?){1,3}\Z")
NAME = re.compile(r"\A[A-Z][a-z]+(?:['-]\s?[A-Z]?[a-z]+)*\Z|\A(?:Mc|Mac|O')[A-Z][a-z]+\Z")
# An address tells where to write and not who somebody is.
MAIL = re.compile(r"[(<\[]?\b(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)>\]]?")
NOBODY = re.compile(
    r"\W*(?:tb[acd]|n/?a|none|vacant|unknown|"
    r"to be (?:confirmed|agreed|decided|appointed|named))\W*",
    re.I,
)
WORD = re.compile(r"\w[\w'’.-]*|&")


@dataclass(frozen=True)
class Lead(Meaning):
    printed: str
    organisation: str | None = None
    person: str | None = None
    post: str | None = None
    group: str | None = None
    everyone: bool = False


def read_leads(
    text: str, organisations: Sequence[str] = (), groups: Sequence[str] = ()
) -> list[Lead]:
    known = _Known(organisations, groups)
    plain = folded(DASH.sub("-", text[:LONGEST_LEADS]))
    plain = MAIL.sub("", plain) if MAIL.sub("", plain).strip(" ,;()") else plain
    if NOBODY.fullmatch(plain):
        return []
    found: list[Lead] = []
    for piece in _pieces(plain, known):
        if found and HOW.match(piece):
            found[-1] = replace(found[-1], printed=f"{found[-1].printed}, {piece.strip()}")
            continue
        lead = _read(piece, known)
        if lead and found and _belongs(found[-1], lead):
            found[-1] = _joined(found[-1], lead)
        elif lead:
            found.append(lead)
    return found


def folded(text: str) -> str:
    """Runs of white space as one; line ends and tabs stay apart, for they part leads."""
    return re.sub(r" ?[\n\t]\s*", "\n", re.sub(r"[^\S\n\t]+", " ", text))


class _Known:
    def __init__(self, organisations: Iterable[str], groups: Iterable[str]) -> None:
        self.organisations = sorted(
            (name for name in (*organisations, *groups) if name.strip()), key=len, reverse=True
        )
        self.groups = {name.casefold() for name in groups} | GROUP_LETTERS
        self.names = {name.casefold() for name in organisations}

    def leading(self, text: str) -> str | None:
        """The longest known organisation that the text begins with."""
        for name in self.organisations:
            follows = text[len(name) : len(name) + 1]
            if text[: len(name)].casefold() == name.casefold() and not follows.isalnum():
                return text[: len(name)]
        return None


def _pieces(text: str, known: _Known) -> list[str]:
    pieces: list[str] = []
    for outer in _hard_pieces(text, known):
        if not outer.strip(" .-"):
            continue
        pieces.extend(_soft_pieces(outer.strip(), known))
    return pieces


def _hard_pieces(text: str, known: _Known) -> list[str]:
    """Cut at slashes, commas and "with", but not inside brackets or known names."""
    cut: list[str] = []
    start, depth, at = 0, 0, 0
    while at < len(text):
        depth = max(0, depth + (text[at] == "(") - (text[at] == ")"))
        name = known.leading(text[at : at + 200]) if at == start else None
        found = HARD.match(text, at) if not depth and not name else None
        if (
            found
            and found.end() > at
            and (at == 0 or not (text[at].isalnum() and text[at - 1].isalnum()))
        ):
            cut.append(text[start:at])
            start = at = found.end()
        else:
            at += len(name) if name else 1
    return [*cut, text[start:]]


def _soft_pieces(text: str, known: _Known) -> list[str]:
    """Cut at "and" only where both sides stand alone: Fire and Rescue is one name."""
    pieces, start = list[str](), 0
    for found in SOFT.finditer(text):
        left, right = text[start : found.start()], text[found.end() :]
        if left.count("(") > left.count(")") or text[start:].casefold() in known.names:
            continue
        if _apart(left.strip(), right.strip(), known):
            pieces.append(left)
            start = found.end()
    return [*pieces, text[start:]]


def _apart(left: str, right: str, known: _Known) -> bool:
    """Whether an "and" stands between two leads, and not inside one name."""
    first = _words(right)[0].lower() if _words(right) else ""
    if not left or not right or (first in TAILS and not known.leading(right)):
        return False
    if known.leading(left) or known.leading(right):
        return True
    left_words, right_words = _words(left), _words(right.partition("(")[0])
    tail = right_words[-1].lower() if right_words else ""
    alone = _stands_alone(left_words)
    return alone or tail not in ORGANISATION | GROUP | POST


def _stands_alone(words: list[str]) -> bool:
    if not words:
        return False
    if len(words) == 1 and words[0].lower() in {"health", "youth", "environmental", "police"}:
        return words[0].lower() == "police"
    last = words[-1].lower() if words else ""
    return _acronym(words[-1]) or last in ORGANISATION | GROUP | POST or _ends_in_person(words)


def _ends_in_person(words: list[str]) -> bool:
    pair = words[-2:]
    ordinary = [word for word in pair if NAME.match(word) and not _known_kind(word)]
    return (
        len(ordinary) == 2
        and len(words) > 2
        and (_acronym(words[-3]) or words[-3].lower() in RANKS | ORGANISATION)
    ) or (len(words) == 2 and len(ordinary) == 2 and words[0].lower() not in PLACES)


def _known_kind(word: str) -> bool:
    return word.lower() in ORGANISATION | GROUP | POST | PLACES | SMALL | COMMON


def _acronym(word: str) -> bool:
    letters = word.replace("&", "").replace(".", "")
    return 2 <= len(letters) <= 7 and letters.isupper() and letters.isalpha()


def _words(text: str) -> list[str]:
    return WORD.findall(text)


def _read(piece: str, known: _Known) -> Lead | None:
    piece = piece.strip(" .,:-")
    if not any(map(str.isalpha, piece)):
        return None
    if piece.lower() == "everyone":
        return Lead(piece, everyone=True)
    everyone = ALL.match(piece)
    if everyone and (not everyone.group(1) or everyone.group(1).lower() in EVERYONE):
        return Lead(piece, everyone=True)
    outer, inner = _brackets(piece)
    if inner and re.fullmatch(r"all(?: partners| members)?", inner, re.I):
        told = _group_or_organisation(outer, known)
        return Lead(piece, told.get("organisation"), group=told.get("group"), everyone=True)
    lead = _plain(outer or inner, piece, known)
    return _with_brackets(lead, inner, known) if outer and inner else lead


def _brackets(piece: str) -> tuple[str, str]:
    start = piece.find("(")
    if start < 0:
        return piece, ""
    end = piece.find(")", start)
    end = end if end > start else len(piece)
    return f"{piece[:start]} {piece[end + 1 :]}".strip(" ,-"), piece[start + 1 : end].strip()


def _with_brackets(lead: Lead, inner: str, known: _Known) -> Lead:
    """Brackets say the organisation of a post or person, or the post of a person."""
    told = _plain(inner, inner, known)
    return Lead(
        lead.printed,
        organisation=lead.organisation or told.organisation,
        person=lead.person or told.person,
        post=lead.post or told.post,
        group=lead.group or told.group,
        everyone=lead.everyone,
    )


def _group_or_organisation(text: str, known: _Known) -> dict[str, str]:
    words = _words(text)
    last = words[-1].lower() if words else ""
    is_group = last in GROUP or text.casefold() in known.groups
    is_group = is_group or (_acronym(text) and text.casefold() not in known.names)
    return {"group": text} if is_group else {"organisation": text}


def _plain(text: str, printed: str, known: _Known) -> Lead:
    """Organisation first, then rank or post, then the person; or only one of them."""
    chair = re.match(
        r"(?i)((?:vice[ -])?chair\w*|head|leader|director|lead)\s+(?:of|for)\s+(?:the\s+)?(.+)",
        text,
    )
    if chair:
        told = _group_or_organisation(chair.group(2), known)
        post = "group" in told or chair.group(1).lower().startswith("chair")
        return Lead(printed, post=text, group=told.get("group") if post else None)
    name = known.leading(text)
    rest = text[len(name) :].strip(" ,:-") if name else text
    if name and not rest:
        told = _named(name, known)
        return Lead(printed, told.get("organisation"), group=told.get("group"))
    words = [word for word in BROKEN_HYPHEN.sub("-", rest).split() if word not in {"-", ":"}]
    head, post, person = _split(words, bool(name))
    organisation, group = name, None
    if name and name.casefold() in known.groups and name.casefold() not in known.names:
        organisation, group = None, name
    if head and not name:
        told = _named(" ".join(head), known)
        organisation, group = told.get("organisation"), told.get("group")
    elif head:
        organisation = f"{name} {' '.join(head)}"
    return Lead(printed, organisation, " ".join(person) or None, " ".join(post) or None, group)


def _named(name: str, known: _Known) -> dict[str, str]:
    last = name.rsplit(maxsplit=1)[-1].lower().strip(".,") if name.split() else ""
    folded = name.casefold()
    if folded in known.groups or (last in GROUP and folded not in known.names):
        return {"group": name}
    return {"organisation": name}


def _split(words: list[str], has_organisation: bool) -> tuple[list[str], list[str], list[str]]:
    """(organisation, post, person) of words such as: Police Insp Simon Tabert."""
    start = _person_start(words, has_organisation)
    before, person = words[:start], words[start:]
    at = len(before)
    if person:
        while at > 0 and _bare(before[at - 1]) in RANKS | POST:
            at -= 1
        post = [word for word in before[at:] if _bare(word) not in TITLES]
        return before[:at], post, person
    if before and _bare(before[-1]) in POST:
        return _organisation_and_post(before, has_organisation)
    return before, [], []


def _organisation_and_post(
    words: list[str], has_organisation: bool
) -> tuple[list[str], list[str], list[str]]:
    """ "Police Neighbourhood Inspectors", "HCC Licensing Officer": body first, then post."""
    head = 0
    if not has_organisation and len(words) > 1:
        first = words[0].strip(".,:")
        head = int(
            (_acronym(first) and _bare(first) not in COMMON)
            or _bare(first) in {"police", "constabulary", "council", "probation"}
        )
    return words[:head], words[head:], []


def _person_start(words: list[str], has_organisation: bool) -> int:
    """Where a person's name begins; at the end when nobody is named."""
    at = len(words)
    while at > 0 and _may_be_name(words[at - 1]) and len(words) - at < 3:
        at -= 1
    names = words[at:]
    if not names or all(INITIALS.match(name) for name in names):
        return len(words)
    led = has_organisation or (
        at > 0 and (_acronym(words[at - 1]) or _bare(words[at - 1]) in RANKS | ORGANISATION | POST)
    )
    if len(names) >= 2 and (led or at == 0) and _bare(names[0]) not in PLACES:
        return at
    titled = at > 0 and _bare(words[at - 1]) in RANKS
    return at if titled and len(names) == 1 else len(words)


def _may_be_name(word: str) -> bool:
    bare = word.strip(".,")
    if _known_kind(bare):
        return False
    return bool(NAME.match(bare) or (INITIALS.match(word) and len(bare) <= 2))


def _bare(word: str) -> str:
    return word.strip(".,:").lower()


def _belongs(one: Lead, other: Lead) -> bool:
    """ "Jane Smith, Community Safety Manager": a post that follows a person is theirs."""
    after_person = one.person and not one.post and other.post and not other.person
    if after_person and not other.group:
        return other.organisation is None or one.organisation is None
    post_then_body = one.post and not one.organisation and not one.group and not one.person
    only_body = other.organisation and not (other.person or other.post or other.group)
    return bool(post_then_body and only_body and other.printed.startswith("("))


def _joined(one: Lead, other: Lead) -> Lead:
    return Lead(
        f"{one.printed}, {other.printed}",
        one.organisation or other.organisation,
        one.person or other.person,
        one.post or other.post,
        one.group or other.group,
        one.everyone or other.everyone,
    )
