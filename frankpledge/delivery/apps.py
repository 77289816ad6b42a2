from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "frankpledge.delivery"
    label = "delivery"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # These register themselves.
        from frankpledge.delivery import timetable, withdrawals  # noqa: F401
