from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "frankpledge.plan"
    label = "plan"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # These register themselves.
        from frankpledge.plan import sections, used, withdrawals  # noqa: F401
