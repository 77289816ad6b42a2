"""A short plan as plain text: next year's plan of the small partnership, with things to mend."""

HEAD = (
    "| Ref | What we will do | Who leads | By when | How we will know | Zest |\n"
    "|---|---|---|---|---|---|\n"
)
TEXT = (
    "# Safer Marsh Community Safety Partnership Plan 2029/30\n\n"
    "The board agreed this plan in March.\n\n"
    f"## Priority 1: Fair trade\n\n{HEAD}"
    "| 1.1 | Visit every shop hit three times, within ten days | Loamshire Police | June 2029 "
    "| Nine in ten in time | Lemon |\n"
    "| 1.2 | Light the path behind the mill | The Lamplighters | March 2030 "
    "| Twelve lamps | Lime |\n"
    f"\n## Priority 2: Quiet nights\n\n{HEAD}"
    "| 2.1 | Open the youth club on Fridays | | Summer 2029 | People feel welcome | |\n"
)
NAME = "next-year.txt"


def data() -> bytes:
    return TEXT.encode()
