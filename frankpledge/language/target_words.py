"""The words by which targets are told apart."""

from frankpledge.language.wordlist import row, words

DOWN = row(
    "reduce reduced reduces reducing reduction reductions decrease decreased decreases "
    "decreasing cut cuts cutting lower lowered lowering fall falls falling fell drop "
    "drops dropping decline declining lessen minimise minimize minimising down fewer "
    "halve halving halved less"
)
UP = row(
    "increase increased increases increasing raise raised raises raising improve improved "
    "improves improving improvement improvements rise rises rising grow grows growing "
    "growth expand expanded expanding enhance enhanced enhancing double doubled doubling "
    "treble trebled trebling up strengthen strengthened boost uplift greater widen"
)
NOUNS = words(
    "reduction reductions decrease decreases fall drop decline cut cuts lowering increase "
    "increases rise growth improvement improvements uplift"
)
DIRECTIONS = {**dict.fromkeys(DOWN, "down"), **dict.fromkeys(UP, "up")}
BY_ITSELF = {
    **dict.fromkeys(("halve", "halving", "halved"), 50.0),
    **dict.fromkeys(("double", "doubled", "doubling"), 100.0),
    **dict.fromkeys(("treble", "trebled", "trebling"), 200.0),
}

COMPLETED = words(
    "created completed complete introduced produced launched published established "
    "adopted approved agreed signed appointed recruited installed opened delivered "
    "devised developed written drafted implemented submitted finalised finalized "
    "commissioned formed built refreshed renewed set started undertaken conducted "
    "reviewed operational live ready done concluded ratified held updated designed "
    "procured relaunched available"
)
IN_PLACE = frozenset(("place", "post", "operation", "use", "force"))
MAKE = words(
    "develop create produce launch publish establish introduce appoint recruit adopt "
    "write agree install open complete draft commission design devise review refresh "
    "update submit set build implement procure prepare approve finalise sign conduct "
    "carry undertake hold deliver"
)
FIRM_MAKE = MAKE - {"undertake", "hold", "deliver", "conduct", "carry"}
IRREGULAR = words("held run built given met set sent done made taught seen led put begun")
PEOPLE = words(
    "people staff children men women media personnel households premises crime police data"
)
STOP = words(
    "to by in on at for from with per which that who during across through whose into "
    "over under ( ) : ; , - using via where when as"
)
LINK = words("of and & / the ' \"")
NOT_COUNTED_BEFORE = words(
    "the priority priorities phase action actions step section part stage target outcome "
    "objective tier band aged age pre ni figure table appendix page paragraph level ward "
    "key class call dial operation form act schedule zone version item aim group since of"
)
NOT_COUNTED_AFTER = words("year years yr yrs month months s old olds st nd rd th / am pm")
UNNUMBERED = words(
    "number numbers level levels amount volume rate rates count total percentage "
    "proportion uptake usage frequency incidence extent range"
)


def participle(word: str) -> bool:
    return word in IRREGULAR or word in COMPLETED or (word.endswith("ed") and len(word) > 4)


def plural(word: str) -> bool:
    if word in PEOPLE:
        return True
    return len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
