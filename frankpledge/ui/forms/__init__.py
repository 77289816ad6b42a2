"""The forms that every face uses: worded errors, nothing typed is lost, markup that is heard."""

from frankpledge.ui.forms.base import UiForm
from frankpledge.ui.forms.choices import CheckField, ChecksField, ChoiceField
from frankpledge.ui.forms.dates import DatePartsField
from frankpledge.ui.forms.files import FileField, FilesField
from frankpledge.ui.forms.numbers import DecimalField, NumberField
from frankpledge.ui.forms.text import EmailField, LongTextField, PeopleTextField, TextField

__all__ = [
    "CheckField",
    "ChecksField",
    "ChoiceField",
    "DatePartsField",
    "DecimalField",
    "EmailField",
    "FileField",
    "FilesField",
    "LongTextField",
    "NumberField",
    "PeopleTextField",
    "TextField",
    "UiForm",
]
