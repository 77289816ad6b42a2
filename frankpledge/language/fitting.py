"""Which of the four readings fit some words, when nobody says which column they come from."""

from frankpledge.language.lead_words import ORGANISATION, SMALL
from frankpledge.language.leads import Lead
from frankpledge.language.states import State
from frankpledge.language.status import Status
from frankpledge.language.target_model import TargetReading
from frankpledge.language.timescale import Timescale

WEAK = frozenset(("direction", "none"))


def what_fits(
    timescale: Timescale, target: TargetReading, leads: list[Lead], status: Status
) -> list[str]:
    timed = any(part.kind != "none" for part in timescale.parts)
    aimed = target.kind not in WEAK
    stands = status.state is not State.NOT_STATED or status.colour is not None
    led = any(lead.everyone or lead.person or lead.post or lead.group for lead in leads)
    fits = ["timescale"] * timed + ["target"] * aimed
    led = led or (all(_is_named(lead) for lead in leads) and any(_is_body(lead) for lead in leads))
    fits += ["lead"] * (led and not timed and not aimed)
    fits += ["status"] * (stands and not target.judgeable)
    worded = target.kind != "none" and len(target.printed.split()) > 1
    return fits or ["target"] * worded


def _is_named(lead: Lead) -> bool:
    """A name has capitals; a sentence does not."""
    words = [word for word in lead.printed.split() if word.lower() not in SMALL]
    return all(not word[:1].islower() for word in words)


def _is_body(lead: Lead) -> bool:
    """An organisation known by its letters or by its last word."""
    words = (lead.organisation or "").split()
    if not words or len(words) > 6:
        return False
    return words[-1].lower() in ORGANISATION or (words[-1].isupper() and len(words[-1]) > 1)
