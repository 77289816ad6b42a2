"""What the timescale columns of the plans that we studied mean, by plan and row.

Worked out by hand from the calendar; the words themselves are in the shared material.
"""

YEARS = {"000": 2010, "001": 2008, "002": 2011, "003": 2014, "004": 2009}

ON_DEMAND = ["on_demand"]
OPEN = ["open"]
MEANINGS: dict[tuple[str, str], list[str]] = {
    ("000", "1"): ["season 2010-09-01..2011-02-28", "season 2011-03-01..2011-08-31"],
    ("000", "2,8,10,11,12,13,15,16,18"): ["duration 2010-04-01..2011-03-31 12 month"],
    ("000", "3"): ["meeting 1 meeting at JAG"],
    ("000", "4"): ["season 2010-09-01..2010-11-30"],
    ("000", "5"): ["duration 2010-04-01..2010-09-30 6 month"],
    ("000", "6a"): ["meeting 6 week at JAG"],
    ("000", "6b"): ["every 1 quarter"],
    ("000", "7"): ["milestone ..2010-09-30"],
    ("000", "9"): ["milestone ..2010-11-30", "milestone ..2011-03-31"],
    ("000", "14"): ["month 2010-07-01..2010-07-31"],
    ("000", "17"): ["season 2010-06-01..2010-08-31"],
    ("002", "1.1"): OPEN,
    ("002", "1.2,3.1,6.1"): ["span ..2012-11-05"],
    ("002", "many"): OPEN,
    ("002", "5.3"): OPEN,
    ("002", "1.4"): ["span 2011-07-01..2011-09-30"],
    ("002", "1.6"): ["span 2011-05-01..2011-10-31"],
    ("002", "2.x,3.2,4.2,6.5"): ["financial_year 2011-04-01..2012-03-31"],
    ("002", "3.6"): ["month 2011-06-01..2011-06-30"],
    ("002", "4.1,4.3,6.2"): ["financial_year 2011-04-01..2012-03-31"],
    ("002", "5.1,5.2"): ["financial_year 2012-04-01..2013-03-31"],
    ("002", "5.5"): ["season 2011-06-01..2011-08-31"],
    ("002", "5.6"): ["month 2011-07-01..2011-07-31"],
    ("002", "6.6"): ["span 2011-06-01..2011-11-30"],
    ("002", "6.8"): ["span 2012-02-01..2012-03-31"],
    ("003", "1.1,3.2,4.2,4.3,5.1,5.4"): ["month 2015-03-01..2015-03-31"],
    ("003", "1.2"): ["season 2014-06-01..2014-08-31", "on_demand"],
    ("003", "1.3,2.3"): ["every 1 quarter"],
    ("003", "2.2"): ["season 2014-09-01..2014-11-30"],
    ("003", "2.4,2.5"): ON_DEMAND,
    ("003", "3.1"): ["season 2014-06-01..2014-08-31"],
    ("003", "3.3"): ["month 2015-02-01..2015-02-28"],
    ("003", "3.4"): ON_DEMAND,
    ("003", "3.5 (first half), 6.5"): ["every 2 week"],
    ("003", "3.5 (second half)"): ["every 1 quarter"],
    ("003", "4.1"): ["month 2014-05-01..2014-05-31"],
    ("003", "5.2"): ["month 2014-07-01..2014-07-31"],
    ("003", "5.3"): ON_DEMAND,
    ("003", "6.1"): OPEN,
    ("003", "6.2"): ["month 2014-09-01..2014-09-30"],
    ("003", "6.3,6.4"): ON_DEMAND,
    ("003", "6.6"): ON_DEMAND,
    ("003", "6.7"): ON_DEMAND,
}
# Rows that hide a target among the words about time: kind, number.
HIDDEN = {
    ("000", "5"): ("count_at_least", 1),
    ("000", "6b"): ("count_at_least", 1),
    ("000", "9"): ("count_exactly", 3),
}
# How the material names the kinds of target, each by how its name begins.
KINDS = {
    "exact count": "count_exactly",
    "minimum count": "count_at_least",
    "count, no": "unnumbered",
    "indicator": "unnumbered",
    "milestone": "milestone",
    "qualitative": "direction",
    "% change": "change",
    "baseline count": "change",
    "recurring": "recurring",
    "proportion": "proportion",
    "attendance": "attendance",
    "rate ceiling": "rate_ceiling",
    "reference": "reference",
}
