"""The form that takes the police's files."""

from frankpledge.ui.forms import FileField, UiForm

LARGEST = 100_000_000  # a county's two years, zipped; a whole archive goes in by the command line


class FilesForm(UiForm):
    file = FileField(
        label="The file",
        hint="A monthly .csv as the police publish it, or a .zip of them. "
        f"At most {LARGEST // 1_000_000} MB.",
        largest=LARGEST,
        accept=".csv,.zip",
        empty="Choose the file",
    )
