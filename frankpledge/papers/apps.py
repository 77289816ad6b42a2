from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "frankpledge.papers"
    label = "papers"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # These register themselves.
        from frankpledge.papers import changes, sections, tasks, withdrawals  # noqa: F401
