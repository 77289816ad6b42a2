from django.apps import AppConfig


class ProgressConfig(AppConfig):
    name = "frankpledge.progress"
    label = "progress"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # These register themselves.
        from frankpledge.progress import (  # noqa: F401
            enclosing,
            freshness,
            sections,
            timetable,
            withdrawals,
        )
