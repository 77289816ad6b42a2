from django.apps import AppConfig


class PartnershipConfig(AppConfig):
    name = "frankpledge.partnership"
    label = "partnership"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Listen for sign-ins, by whichever way they come, and for second steps.
        from frankpledge.partnership import withdrawals  # noqa: F401  it registers itself
        from frankpledge.partnership.signin import sessions, steps  # noqa: F401
