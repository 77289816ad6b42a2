from django.apps import AppConfig


class JudgingConfig(AppConfig):
    name = "frankpledge.judging"
    label = "judging"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # These register themselves.
        from frankpledge.judging import published, timetable, withdrawals  # noqa: F401
