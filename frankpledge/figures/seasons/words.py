"""Names of months and days."""

from calendar import day_name, month_name

MONTHS = tuple(month_name)[1:]
DAYS = tuple(day_name)
