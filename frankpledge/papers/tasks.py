"""Papers are made after the page has been answered."""

from django_tasks import task

from frankpledge.papers.building import build


@task()
def build_paper(pk: int) -> None:
    build(pk)


def build_soon(pk: int) -> None:
    build_paper.enqueue(pk)
