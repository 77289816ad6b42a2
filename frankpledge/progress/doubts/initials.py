"""Two or three capitals that stand for somebody, and nobody here knows for whom."""

import re
from collections.abc import Iterator

from frankpledge.language.sentences import quoted, sentences
from frankpledge.progress.doubts.model import Doubt, Said

_DOES = (
    "to|has|have|will|is|met|attended|emailed|chased|chasing|advised|reported|spoke|leading|leads|"
    "contacted|agreed|asked|confirmed|arranged|updating|updated|sent|rang|visited"
)
_CAPITALS = r"(?P<who>[A-Z]{2,3}|(?:[A-Z]\.){2,3})"
_FORMS = (
    re.compile(rf"(?<![\w&/-]){_CAPITALS}(?=(?:/[A-Z]{{2,3}})?\s+(?:{_DOES})\b)"),
    re.compile(rf"(?<=\w )\({_CAPITALS}(?:[/,&] ?[A-Z]{{2,3}})*\)"),
    re.compile(rf"\b[Bb]y {_CAPITALS}(?=[.,;)]|$)"),
    re.compile(rf"\b(?:[Aa]ction|[Ss]poke (?:to|with)|[Mm]et with):? {_CAPITALS}(?=[.,;)]|$)"),
)
# Known to everybody in the field, whatever a partnership has typed in.
_ABBREVIATIONS = (
    "ABC ABH ACE ADR ANPR ASB BBC BCU BID CAB CBO CCG CCTV CE CEO CJ CPN CPS CSA CSE CSP CVS "
    "DA DAT DBS DHR DI DS DV DVA DWP EH EU FE FGM FM FPN FRS GBH GP GPS HMO HMP HO HQ HR IAG ICB "
    "ID IDVA IOM ISVA IT JAG JSNA KSI LA LCJB LGBT LIT LSP MARAC MH MOU MP MPS NA NCA NFA NHS NI "
    "NPT NW ODG OK OPCC PA PC PCC PCN PCT PI PMG PPE PR PS PSE PSPO PTA QR RA RAG RJ RSL RTC SE "
    "SLA SMT SNT SOA SRO SW TAC TRO TV UK US VAT VCS VRU VS WI YJS YMCA YOS YOT YP"
)
COMMON = frozenset(_ABBREVIATIONS.split())


def initials_nobody_knows(said: Said) -> Iterator[Doubt]:
    for line in sentences(said.all_words):
        for who in _named(line):
            if not _is_known(who, line, said):
                yield Doubt(
                    said.answer,
                    "initials",
                    f"names somebody by initials, {who}, whom nobody here goes by",
                    quote=quoted(line),
                    ask=f"Who is {who}?",
                    part=who.replace(".", ""),
                    can_be_edited=True,
                )
                return


def _named(line: str) -> Iterator[str]:
    if line.isupper():
        return  # all of it is in capitals, so nothing is told by them
    for form in _FORMS:
        for match in form.finditer(line):
            yield match.group("who")


def _is_known(who: str, line: str, said: Said) -> bool:
    plain = who.replace(".", "")
    known = said.known.initials | said.known.abbreviations | COMMON
    return plain in known or _is_spelt_out(plain, line)


def _is_spelt_out(letters: str, line: str) -> bool:
    """'the Responsible Authorities Group (RAG)' says itself what it stands for."""
    words = re.findall(r"[A-Za-z]+", line)
    heads = "".join(word[0] for word in words if word != letters).upper()
    return len(letters) > 2 and letters in heads
