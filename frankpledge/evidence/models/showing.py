"""Whether a partnership shows its evidence to the public."""

from django.db import models

from frankpledge.partnership.models import Partnership


class Showing(models.Model):
    """A row from the first showing on: what was shown and is no longer is gone, and not unknown."""

    partnership = models.OneToOneField(
        Partnership, on_delete=models.PROTECT, related_name="evidence_showing"
    )
    is_shown = models.BooleanField(default=True)
    changed_at = models.DateTimeField(auto_now=True)
