"""How a partnership calls itself, looks, and lets people in."""

import hashlib
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction

from frankpledge.partnership import colours, logos
from frankpledge.partnership.changes.saving import edit, locked, only, save, subject
from frankpledge.partnership.models import Partnership
from frankpledge.record import lines
from frankpledge.record.errors import Refused, Stale

FIELDS = frozenset(
    {
        "name",
        "strapline",
        "place",
        "aliases",
        "colour",
        "logo_says",
        "accessibility_words",
        "privacy_words",
        "help_words",
        "second_factor",
        "year_starts_in",
    }
)
PALE = "This colour is too pale to read on white. Choose a darker one."


@transaction.atomic
def describe_partnership(
    *,
    partnership: Partnership,
    by: lines.Author,
    version: int | None = None,
    why: str = "",
    **changed: Any,
) -> Partnership:
    wanted = dict(only(changed, FIELDS))
    if "colour" in wanted:
        wanted["colour"] = _colour(wanted["colour"])
    row, old, new = edit(partnership, wanted, version=version)
    if new:
        _tell(row, "partnership.described", by, old, new, why)
    return row


@transaction.atomic
def set_logo(
    *,
    partnership: Partnership,
    content: bytes,
    says: str,
    by: lines.Author,
    version: int | None = None,
    why: str = "",
) -> Partnership:
    """The picture is named after its content, so that a browser may keep it for ever."""
    if fault := logos.fault_of(content):
        raise Refused(fault, field="logo")
    row = _unmoved(partnership, version)
    before = row.logo.name
    digest = hashlib.sha256(content).hexdigest()[:16]
    name = f"logos/{row.slug}-{digest}.{logos.extension_of(content)}"
    if not row.logo.storage.exists(name):
        row.logo.storage.save(name, ContentFile(content))
    row.logo.name = name
    row.logo_says = says
    row.version += 1
    save(row)
    new = {"logo": row.logo.name, "logo_says": says}
    _tell(row, "partnership.logo-set", by, {"logo": before}, new, why)
    return row


@transaction.atomic
def remove_logo(*, partnership: Partnership, by: lines.Author, why: str = "") -> Partnership:
    row = _unmoved(partnership, None)
    if not row.logo:
        raise Refused("There is no logo to remove.")
    before = row.logo.name
    row.logo, row.logo_says = "", ""
    row.version += 1
    save(row)
    _tell(row, "partnership.logo-removed", by, {"logo": before}, {}, why)
    return row


def _unmoved(partnership: Partnership, version: int | None) -> Partnership:
    row = locked(partnership)
    if version is not None and version != row.version:
        raise Stale(version=row.version, current={"logo_says": row.logo_says})
    return row


def _colour(text: str) -> str:
    colour = text.strip().lower()
    if not colour:
        return ""  # our own
    if not colours.is_colour(colour):
        raise Refused("Type the colour as # and six figures, such as #28408c.", field="colour")
    if not colours.can_be_read(colour):
        raise Refused(PALE, field="colour")
    return colour


def _tell(
    partnership: Partnership,
    verb: str,
    by: lines.Author,
    old: dict[str, Any],
    new: dict[str, Any],
    why: str,
) -> None:
    lines.write(
        chain=partnership.chain,
        by=by,
        verb=verb,
        subject=subject(partnership),
        old=old,
        new=new,
        why=why,
    )
