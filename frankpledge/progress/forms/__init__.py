"""A round's questions as a workbook and as a Word form: out, and back again cell by cell."""
