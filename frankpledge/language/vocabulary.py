"""The words plans use for time and number."""

from frankpledge.language.wordlist import row, words

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb", "febr"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
MONTH_NAMES = row(
    "January February March April May June July August September October November December"
)

WEEKDAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur "
    "thurs fri sat sun"
)

UNITS = {
    **dict.fromkeys(("day", "days", "daily"), "day"),
    **dict.fromkeys(("week", "weeks", "wk", "wks", "weekly"), "week"),
    **dict.fromkeys(("month", "months", "mth", "mths", "monthly"), "month"),
    **dict.fromkeys(("quarter", "quarters", "qtr", "quarterly"), "quarter"),
    **dict.fromkeys(("term", "terms", "termly"), "term"),
    **dict.fromkeys(("year", "years", "yr", "yrs", "annum", "yearly", "annual"), "year"),
    **dict.fromkeys(("hour", "hours", "hr", "hrs"), "hour"),
    **dict.fromkeys(("minute", "minutes", "mins"), "minute"),
    **dict.fromkeys(("fortnight", "fortnights"), "fortnight"),
}

# How often, in one word: (how many, of what).
RHYTHMS = {
    "daily": (1, "day"),
    "nightly": (1, "day"),
    "weekly": (1, "week"),
    "fortnightly": (2, "week"),
    "monthly": (1, "month"),
    "quarterly": (1, "quarter"),
    "termly": (1, "term"),
    "annual": (1, "year"),
    "annually": (1, "year"),
    "yearly": (1, "year"),
    "biennial": (2, "year"),
    "biennially": (2, "year"),
    "biweekly": (2, "week"),
    "bimonthly": (2, "month"),
    "biannual": (6, "month"),
    "biannually": (6, "month"),
}

SEASON_NAMES = {
    "spring": "spring",
    "summer": "summer",
    "autumn": "autumn",
    "fall": "autumn",
    "winter": "winter",
}

ONES = {
    word: number
    for number, word in enumerate(
        row(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen "
            "fourteen fifteen sixteen seventeen eighteen nineteen"
        )
    )
}
ONES |= {"nil": 0, "nought": 0, "both": 2, "single": 1}
TENS = {
    word: number * 10
    for number, word in enumerate(
        row("twenty thirty forty fifty sixty seventy eighty ninety"), start=2
    )
}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}

ORDINALS = {
    word: number
    for number, word in enumerate(
        row("first second third fourth fifth sixth seventh eighth ninth tenth"),
        start=1,
    )
}
