from django.apps import AppConfig


class AskingConfig(AppConfig):
    name = "frankpledge.asking"
    label = "asking"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from frankpledge.asking import clock, withdrawals  # noqa: F401 - registers itself
        from frankpledge.asking.posting import post_waiting

        clock.every(minutes=1)(post_waiting)
