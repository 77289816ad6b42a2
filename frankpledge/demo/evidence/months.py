"""Three and a half years of months, up to the newest that would be published by now. Pure."""

import datetime

MANY = 42
# Each month is published about two months after it ends.
LATE = 2


def months_until(today: datetime.date) -> list[datetime.date]:
    last = today.year * 12 + today.month - 1 - LATE
    return [datetime.date(at // 12, at % 12 + 1, 1) for at in range(last - MANY + 1, last + 1)]
