"""Numbers as the pages say them."""

_SMALL = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_PLACES = (
    *("first", "second", "third", "fourth", "fifth"),
    *("sixth", "seventh", "eighth", "ninth", "tenth"),
)


def number(many: int) -> str:
    return _SMALL[many] if many < len(_SMALL) else str(many)


def promises(many: int) -> str:
    return f"{number(many)} promise{'' if many == 1 else 's'}"


def answer_for(many: int) -> str:
    """'Two promises to answer for'"""
    return f"{promises(many).capitalize()} to answer for"


def place(at: int, of: int) -> str:
    """'First of two'; nothing where there is one."""
    if of < 2:
        return ""
    which = _PLACES[at - 1] if at <= len(_PLACES) else f"Number {at}"
    return f"{which.capitalize()} of {number(of)}"


def minutes_for(many: int) -> str:
    minutes = max(3, round(many * 2.5))
    return "about five minutes" if 3 < minutes <= 6 else f"about {number(minutes)} minutes"
