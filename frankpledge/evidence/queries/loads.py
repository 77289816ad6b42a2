"""What was loaded, by whom, and which generations there are."""

from django.db.models import Count, Q, QuerySet, Sum

from frankpledge.evidence.models import Generation, Load, LoadedFile, Mapping
from frankpledge.partnership.models import Partnership


def _seen_by(partnership: Partnership | None) -> QuerySet[Load]:
    """What is published is everybody's; other counts are seen by whose they are."""
    found = Load.objects.select_related("generation", "partnership")
    return found.filter(~Q(kind="counts") | Q(partnership=partnership)) if partnership else found


def loads(partnership: Partnership | None = None, *, most: int = 50) -> list[Load]:
    counted = _seen_by(partnership).annotate(
        file_count=Count("files"), byte_count=Sum("files__size")
    )
    return list(counted.order_by("-pk")[:most])


def load_by_number(partnership: Partnership | None, number: int) -> Load | None:
    return _seen_by(partnership).filter(pk=number).first()


def files_of(load: Load) -> list[LoadedFile]:
    return list(load.files.order_by("pk"))


def generations(*, most: int = 50) -> list[Generation]:
    """Those whose files are still there, the newest first."""
    return list(Generation.objects.filter(cleared_at=None).order_by("-pk")[:most])


def generation_by_number(number: int) -> Generation | None:
    return Generation.objects.filter(pk=number).first()


def mappings(partnership: Partnership) -> list[Mapping]:
    return list(Mapping.objects.filter(partnership=partnership))


def mapping_for(partnership: Partnership, dataset: str) -> Mapping | None:
    return Mapping.objects.filter(partnership=partnership, dataset=dataset).first()
