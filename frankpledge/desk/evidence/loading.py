"""Taking a file in: what is there goes on answering until the new whole is ready."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.urls import reverse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.evidence.forms import FilesForm, WeightsForm
from frankpledge.evidence import changes
from frankpledge.partnership.roles import Permission

LONGEST_NAME, MOST_ENDING = 200, 12  # bytes, and letters


@desk_view(Permission.LOAD_EVIDENCE)
def load_files(request: DeskRequest) -> HttpResponse:
    slug = request.partnership.slug

    def save(form: FilesForm, version: int) -> str:
        with put_down(*form.cleaned_data["file"]) as paths:
            load = changes.load_evidence(
                paths=paths, by=request.user, partnership=request.partnership
            )
        return reverse("desk:load", args=[slug, load.pk])

    editing = Editing(
        title="Load the police’s files",
        lede="A month that is here already is replaced by the new one. Nothing is added twice.",
        bind=lambda typed, initial: FilesForm(typed, request.FILES if typed is not None else None),
        save=save,
        submit="Load the files",
        saved="The files are loaded.",
        back=reverse("desk:evidence-data", args=[slug]),
        here="desk:evidence",
        template="desk/evidence/upload.html",
    )
    return edit(request, editing)


@desk_view(Permission.LOAD_EVIDENCE)
def load_weights(request: DeskRequest) -> HttpResponse:
    asked = f"{reverse('desk:evidence-ask', args=[request.partnership.slug])}?what=harm"

    def save(form: WeightsForm, version: int) -> None:
        said = dict(form.cleaned_data)
        with put_down(said.pop("file")) as (path,):
            changes.load_weights(
                path=path, partnership=request.partnership, by=request.user, **said
            )

    editing = Editing(
        title="Load weights of harm",
        lede="An edition stands beside those before it. Each is used for the days it holds.",
        bind=lambda typed, initial: WeightsForm(
            typed, request.FILES if typed is not None else None, initial=initial
        ),
        initial={"unit": "days"},
        save=save,
        submit="Load the weights",
        saved="The weights are loaded.",
        back=asked,
        here="desk:evidence",
    )
    return edit(request, editing)


@contextmanager
def put_down(*files: UploadedFile) -> Iterator[Sequence[Path]]:
    """What a file is shows in its name, so each is put down under the one that it came with."""
    with tempfile.TemporaryDirectory(prefix="frankpledge-") as folder:
        # A folder for each: two may have one name.
        yield [_put(file, Path(folder) / str(at)) for at, file in enumerate(files)]


def _put(file: UploadedFile, folder: Path) -> Path:
    folder.mkdir()
    path = folder / _named(file.name or "file")
    with path.open("wb") as put:
        for chunk in file.chunks():
            put.write(chunk)
    return path


def _named(given: str) -> str:
    """No longer than a disk can hold: letters of other scripts take several bytes each."""
    path = Path(Path(given).name.replace("\0", ""))
    end = path.suffix[:MOST_ENDING]
    stem = path.name.removesuffix(end).encode()[:LONGEST_NAME].decode(errors="ignore")
    return f"{stem or 'file'}{end}"
