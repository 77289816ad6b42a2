from django.apps import AppConfig


class DraftingConfig(AppConfig):
    name = "frankpledge.drafting"
    label = "drafting"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # These register themselves.
        from frankpledge.drafting import withdrawals  # noqa: F401
