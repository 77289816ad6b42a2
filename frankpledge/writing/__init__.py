"""Documents out: a plan file becomes the bytes of a document that can be read back."""

from frankpledge.writing.writer import FORMATS, Unwritable, write

__all__ = ["FORMATS", "Unwritable", "write"]
