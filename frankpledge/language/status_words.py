"""The wordings of states, in the order in which they are looked for."""

import re

from frankpledge.language.states import State

# What denies or qualifies comes before the plain word inside it.
WORDS: tuple[tuple[State, str], ...] = (
    (
        State.NOT_STATED,
        (
            r"\b(?:not (?:stated|known|applicable|reported)|n/a|unknown|no (?:update|status|"
            r"data)|tb[ac])\b"
        ),
    ),
    (
        State.THROUGH_ANOTHER,
        (
            r"\b(?:through|via|under|within|by|part of|into|with|see|"
            r"in) (?:the )?(?:completion of )?(?:action|objective|priority|outcome|"
            r"item)s? [0-9]|\bsuperseded\b|\bmerged\b|\bduplicat\w*|\bcovered (?:by|under|"
            r"in)\b|\bpicked up (?:by|under|in|through)\b|\bdone through another\b"
        ),
    ),
    (
        State.CARRIED,
        (
            r"\b(?:carr(?:y|ied) (?:forward|over)|roll(?:ed|ing) (?:over|forward)|c/f|"
            r"moved? to (?:next|the next|20[0-9]{2}))\b"
        ),
    ),
    (
        State.STRUCK,
        (
            r"\b(?:struck(?: out)?|cancelled|canceled|withdrawn|removed|deleted|abandoned|"
            r"dropped|discontinued|no longer (?:required|needed|relevant|going ahead|"
            r"a priority)|not (?:being )?(?:pursued|progressed|proceeding|taken forward)|"
            r"closed - not|decommissioned)\b"
        ),
    ),
    (
        State.NOT_STARTED,
        (
            r"\b(?:not (?:yet )?(?:been )?(?:started|commenced|begun|addressed|actioned|"
            r"initiated|undertaken)|(?:has|have|had) not (?:yet )?(?:been )?(?:started|"
            r"commenced|begun|addressed|actioned)|yet to (?:start|begin|commence|be)|"
            r"to (?:be )?(?:start|started|begin|commence)|no progress|unstarted|outstanding|"
            r"nothing (?:done|to report))\b"
        ),
    ),
    (
        State.BLOCKED,
        (
            r"\b(?:stalled|blocked|on hold|paused|suspended|halted|stuck|cannot proceed|"
            r"unable to (?:proceed|progress)|stopped|should budget permit|if (?:funding|"
            r"budget) (?:allows|permits)|subject to (?:funding|budget))\b"
        ),
    ),
    (
        State.DELAYED,
        (
            r"\b(?:delay(?:ed|s)?|postponed|deferred|slipp(?:ed|ing)|behind(?: schedule|"
            r" target| plan)?|late|overdue|rescheduled|put back|not on (?:track|target|"
            r"schedule)|off (?:track|target|course)|missed)\b"
        ),
    ),
    (
        State.PART_COMPLETE,
        (
            r"\b(?:part(?:ly|ially)?[ -](?:complete[d]?|achieved|done|met|delivered)|"
            r"only (?:[0-9]+|one|two|three|some|half)\b|scaled down|some (?:complete[d]?|"
            r"done)|half (?:complete[d]?|done))"
        ),
    ),
    (
        State.IN_PROGRESS,
        (
            r"\b(?:not (?:yet )?(?:fully )?(?:complete[d]?|finished|done|achieved|met)|"
            r"incomplete|(?:nearly|almost|mostly|near|nearing) (?:complete[d]?|completion|"
            r"done|finished)|to be completed|awaiting completion|completion (?:due|expected|"
            r"planned))\b"
        ),
    ),
    (
        State.NOT_STARTED,
        (r"\bpending\b|\bawaiting\b|\bwaiting\b"),
    ),
    (
        State.IN_PROGRESS,
        (
            r"\b(?:in progress|on ?going|on-going|under ?way|on (?:track|target|schedule|"
            r"course)|started|commenced|begun|progressing|continuing|active|being|"
            r"work(?:ing)? (?:on|towards)|in hand|advancing|well advanced|developing|live)\b"
        ),
    ),
    (
        State.COMPLETE,
        (
            r"\b(?:complete[d]?|done|achieved|finished|delivered|met|closed|implemented|"
            r"produced|distributed|in place|launched|concluded|fulfilled|held|published|"
            r"signed off|accomplished|discharged|action taken)\b|\b100 ?%"
        ),
    ),
    (
        State.PLANNED,
        (
            r"\b(?:planned|scheduled|arranged|booked|to be (?:held|arranged|produced|agreed|"
            r"delivered|done|undertaken|confirmed)|will be|due to (?:be|start|begin|launch|"
            r"open|finish)|future)\b"
        ),
    ),
)
RULES = tuple((state, re.compile(pattern, re.IGNORECASE)) for state, pattern in WORDS)
