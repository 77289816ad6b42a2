"""What is asked about a partnership's settings."""

import calendar

from django.core.files.uploadedfile import UploadedFile

from frankpledge.language.states import REPORTABLE, WORDS
from frankpledge.partnership import logos
from frankpledge.partnership.models import Rating
from frankpledge.ui.forms import (
    CheckField,
    ChoiceField,
    FileField,
    LongTextField,
    PeopleTextField,
    TextField,
    UiForm,
)
from frankpledge.ui.marks import mark

MONTHS = list(calendar.month_name)[1:]


class NameForm(UiForm):
    name = TextField(label="Name", max_length=120, empty="Type the partnership's name.")
    strapline = TextField(
        label="Line under the name",
        hint="Such as Community Safety Partnership.",
        max_length=120,
        empty="Type the line under the name.",
    )
    place = TextField(label="What residents call the area", required=False, max_length=120)
    year_starts_in = ChoiceField(
        label="The year begins in",
        choices=[(str(number), month) for number, month in enumerate(MONTHS, start=1)],
    )


class AreasForm(UiForm):
    areas = PeopleTextField(
        label="Districts and counties",
        hint="A name or a code, one a line, such as Marshwick or E07000098.",
        required=False,
    )


class LogoForm(UiForm):
    logo = FileField(
        label="Picture",
        hint="PNG, JPEG or WebP, smaller than 60 KB. It is shown 44 pixels high.",
        empty="Choose a picture.",
    )
    says = TextField(
        label="What it says",
        hint="For those who cannot see it, such as: Safer Marshwick, a heron.",
        max_length=120,
        empty="Type what the picture says.",
    )

    def clean_logo(self) -> bytes:
        file: UploadedFile = self.cleaned_data["logo"]
        if file.size is not None and file.size > logos.MOST_BYTES:
            self.add_error("logo", logos.TOO_BIG)  # before any of it is read
            return b""
        content = file.read()
        if fault := logos.fault_of(content):
            self.add_error("logo", fault)
        return content


class ColourForm(UiForm):
    colour = TextField(
        label="Colour of links and buttons",
        hint="As # and six figures, such as #28408c. Leave it empty for ours.",
        required=False,
        max_length=7,
        width=10,
    )


class RatingForm(UiForm):
    label = TextField(label="Word", hint="Such as Slipping.", max_length=30, width=20)
    meaning = TextField(label="What it means", hint="One sentence.", required=False, max_length=120)
    shape = ChoiceField(
        label="Shape",
        hint="No two ratings share one: shape tells them apart where colour cannot.",
        choices=Rating.SHAPES,
        radios=True,
        marks={shape: mark(shape, "ink") for shape, _ in Rating.SHAPES},
        empty="Choose a shape.",
    )
    colour = ChoiceField(label="Colour", choices=Rating.COLOURS, empty="Choose a colour.")
    implies = ChoiceField(
        label="The state it stands for",
        hint="So that a lead makes one choice and not two.",
        choices=[(state.value, WORDS[state]) for state in REPORTABLE],
    )
    is_good = CheckField(
        label="Counts as on course", hint="In public sentences and counts.", required=False
    )


class WordsForm(UiForm):
    words = LongTextField(
        label="Words",
        hint="Plain text. An empty line begins a new paragraph.",
        required=False,
        max_length=20_000,
    )


class SecondStepForm(UiForm):
    second_factor = CheckField(
        label="Coordinators need a second step to sign in",
        hint="An authenticator app or a passkey, besides the code by mail.",
        required=False,
    )


class WhyForm(UiForm):
    why = TextField(label="Why?", required=False, max_length=300)
