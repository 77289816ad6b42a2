"""A force by the name under which its files go: Hertfordshire Constabulary is 'hertfordshire'."""

import re

ODD = {
    "british transport police": "btp",
    "police service of northern ireland": "northern-ireland",
    "metropolitan police service": "metropolitan",
}
BODY = re.compile(r"\b(police service|police|constabulary)\b")


def slug(name: str) -> str:
    lowered = name.strip().lower()
    if lowered in ODD:
        return ODD[lowered]
    shorn = BODY.sub("", lowered.replace("&", "and"))
    return re.sub(r"[^a-z]+", "-", shorn).strip("-") or "unnamed"


def spoken(named: str) -> str:
    """Files of stops say no name but the one in theirs: as a name it begins with a capital."""
    full = next((name for name, short in ODD.items() if short == named), named.replace("-", " "))
    small = ("and", "of")
    return " ".join(each if each in small else each.capitalize() for each in full.split())


def disagree(named: str, reported: str) -> bool:
    """A file named after one force whose rows another reports: it would wipe out the wrong month.

    Some forces report under a longer or shorter name than their files'.
    """
    ours, theirs = ({*each.split("-")} - {"and", "of"} for each in (named, slug(reported)))
    return not (ours <= theirs or theirs <= ours)
