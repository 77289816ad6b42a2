"""PDF."""

from frankpledge.reading.blocks import Document


def read(data: bytes) -> Document:
    raise NotImplementedError
