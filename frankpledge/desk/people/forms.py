"""What is asked about people, organisations, posts and groups."""

from typing import Any

from frankpledge.desk.people.finding import Choices
from frankpledge.partnership.models import GroupMember, GroupPlace, Membership, Organisation
from frankpledge.partnership.roles import ROLES, CountyAnalyst
from frankpledge.ui.forms import (
    ChoiceField,
    DatePartsField,
    EmailField,
    LongTextField,
    TextField,
    UiForm,
)

NOBODY = "Nobody"


class Choosing(UiForm):
    """A form whose choices are this partnership's own: `choices={"organisation": [...]}`."""

    def __init__(
        self, *args: Any, choices: dict[str, Choices] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, offered in (choices or {}).items():
            self.fields[name].choices = offered  # type: ignore[attr-defined]


class PersonForm(Choosing):
    name = TextField(label="Name", max_length=120, empty="Type the person's name.")
    organisation = ChoiceField(label="Works for", required=False)


class ContactForm(UiForm):
    email = EmailField(label="Email address", hint="Only this partnership sees it.", required=False)
    phone = TextField(label="Telephone", required=False, max_length=40, width=20)
    initials = TextField(
        label="Initials",
        hint="As they are used in updates, such as JP.",
        required=False,
        max_length=10,
        width=5,
    )


class NewPersonForm(PersonForm, ContactForm):
    field_order = ["name", "organisation", "email", "phone", "initials"]


class SignInForm(UiForm):
    email = EmailField(
        label="Which address do they sign in with?",
        hint="A code is sent to it each time. There is no password.",
        empty="Type the address they sign in with.",
    )


class RoleForm(UiForm):
    role = ChoiceField(label="Which role?", radios=True, empty="Choose a role.")
    ends = DatePartsField(
        label="Until when?", hint="Their last day. Leave it empty for no end.", required=False
    )

    def __init__(self, *args: Any, county: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [  # type: ignore[attr-defined]
            (role.key, role.name, role.says)
            for role in ROLES.values()
            if county or role is not CountyAnalyst
        ]


class WhyForm(UiForm):
    why = TextField(label="Why?", required=False, max_length=300)


class WhenForm(UiForm):
    on = DatePartsField(label="Last day", empty="Type the last day.")
    why = TextField(label="Why?", required=False, max_length=300)


class OrganisationForm(UiForm):
    name = TextField(label="Name in full", max_length=160, empty="Type its name.")
    short_name = TextField(label="Short name", required=False, max_length=60, width=20)
    kind = ChoiceField(label="What is it?", choices=Organisation.KINDS, empty="Choose what it is.")
    aliases = LongTextField(
        label="Other names",
        hint="As older plans have them: one a line.",
        required=False,
        max_length=2000,
    )


class MembershipForm(UiForm):
    standing = ChoiceField(
        label="It takes part as", choices=Membership.CLASSES, radios=True, empty="Choose one."
    )
    local_name = TextField(
        label="What you call it here", hint="Such as SBC.", required=False, max_length=60, width=20
    )
    starts = DatePartsField(label="First day", required=False)
    ends = DatePartsField(label="Last day", required=False)


class JoinForm(Choosing, MembershipForm):
    organisation = ChoiceField(label="Organisation", empty="Choose an organisation.")
    field_order = ["organisation", "standing", "local_name", "starts", "ends"]


class PostForm(Choosing):
    title = TextField(
        label="Post",
        hint="Such as Neighbourhood inspector.",
        max_length=120,
        empty="Type what the post is called.",
    )
    organisation = ChoiceField(label="In which organisation?", required=False)
    mailbox = EmailField(
        label="Its own mailbox", hint="One that outlives its holders.", required=False
    )


class HoldForm(Choosing):
    person = ChoiceField(label="Who holds it?", empty="Choose who holds it.")
    starts = DatePartsField(
        label="From which day?",
        hint="Whoever holds it now leaves it the day before.",
        empty="Type the first day.",
    )
    why = TextField(label="Why?", required=False, max_length=300)


class GroupForm(UiForm):
    local_name = TextField(label="Name", max_length=160, empty="Type the group's name.")
    abbreviation = TextField(label="Short name", required=False, max_length=20, width=10)
    kind = ChoiceField(
        label="What is it?", choices=GroupPlace.KINDS, radios=True, empty="Choose what it is."
    )
    meets = TextField(
        label="How often does it meet?",
        hint="Such as every six weeks.",
        required=False,
        max_length=120,
    )
    starts = DatePartsField(label="Since when?", required=False)


class JoinGroupForm(Choosing, GroupForm):
    group = ChoiceField(
        label="Which group?", hint="One that serves another partnership.", empty="Choose a group."
    )
    field_order = ["group", "local_name", "abbreviation", "kind", "meets", "starts"]


class GroupMemberForm(Choosing):
    part = ChoiceField(label="Takes part as", choices=GroupMember.PARTS, radios=True)
    person = ChoiceField(label="Person", required=False)
    post = ChoiceField(label="Post", required=False)
    organisation = ChoiceField(label="Organisation", required=False)
    starts = DatePartsField(
        label="From which day?",
        hint="A new chair or secretary follows the present one on this day.",
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not any(cleaned.get(name) for name in ("person", "post", "organisation")):
            self.add_error("person", "Choose a person, a post or an organisation.")
        return cleaned
