"""Documents in: the bytes of a plan, in any of eight formats, become a plan file."""

from frankpledge.reading.errors import Unreadable
from frankpledge.reading.limited import read_beside, read_bytes, read_file, read_tables
from frankpledge.reading.reader import read

__all__ = ["Unreadable", "read", "read_beside", "read_bytes", "read_file", "read_tables"]
