from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "frankpledge.plan"
    label = "plan"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from frankpledge.plan import sections, withdrawals  # noqa: F401  they register themselves
