"""Small files beside an answer: judged by their content, shown to the desk alone."""

import hashlib
import secrets

from django.core.files.base import ContentFile
from django.db import transaction

from frankpledge.asking.models import Link
from frankpledge.plan.changes.decisions import checked
from frankpledge.progress.changes.doors import refuse_if_revoked
from frankpledge.progress.changes.turns import change
from frankpledge.progress.filekinds import ENDINGS, SAYS, clean_name, kind_of
from frankpledge.progress.models import Item, Upload
from frankpledge.record import lines
from frankpledge.record.errors import Refused

LARGEST = 10_000_000
MOST = 10  # of one promise in one round


@change
def keep_upload(
    *, item: Item, name: str, data: bytes, by: lines.Author, link: Link | None = None
) -> Upload:
    """Kept as soon as it came, so that an error elsewhere in the form does not lose it."""
    refuse_if_revoked(link)
    kind = _judged(name, data)
    digest = hashlib.sha256(data).hexdigest()
    there = item.uploads.filter(sha256=digest).first()
    if there:  # a double press sends it twice
        return there
    if item.uploads.count() >= MOST:
        raise Refused(f"There are {MOST} files here already. Send a link instead.", field="file")
    upload = Upload(
        partnership=item.request.round.partnership,
        item=item,
        name=clean_name(name, kind),
        kind=kind,
        size=len(data),
        sha256=digest,
        by=by.record_name[:160],
    )
    # Its place on the disk says nothing of what it was called or of who sent it.
    upload.file.save(f"{secrets.token_hex(16)}.{ENDINGS[kind]}", ContentFile(data), save=False)
    checked(upload).save(force_insert=True)
    _write_line(upload, "upload.kept", by)
    return upload


def _judged(name: str, data: bytes) -> str:
    if not data:
        raise Refused("This file is empty. Choose another.", field="file")
    if len(data) > LARGEST:
        raise Refused("This file is larger than 10 MB. Send a link instead.", field="file")
    kind = kind_of(data, name)
    if not kind:
        raise Refused(f"This is not {SAYS}. Save it as one of these.", field="file")
    return kind


@change
def remove_upload(*, upload: Upload, by: lines.Author, link: Link | None = None) -> None:
    """Only before it was sent: what was answered stays."""
    refuse_if_revoked(link)
    gone, _ = Upload.objects.filter(pk=upload.pk, answer__isnull=True).delete()
    if not gone:
        raise Refused("This file was sent with an answer, so it stays.")
    # The file goes once nothing can bring its row back.
    transaction.on_commit(lambda: upload.file.delete(save=False))
    _write_line(upload, "upload.removed", by)


def _write_line(upload: Upload, verb: str, by: lines.Author) -> None:
    lines.write(
        chain=upload.partnership.chain,
        by=by,
        verb=verb,
        subject=lines.Subject("upload", str(upload.pk), upload.item.action.label),
        new={"name": upload.name, "kind": upload.kind, "size": upload.size},
    )
