from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "frankpledge.evidence"
    label = "evidence"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from frankpledge.evidence import withdrawals  # noqa: F401 - registers itself
