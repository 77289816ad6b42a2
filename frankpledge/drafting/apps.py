from django.apps import AppConfig


class DraftingConfig(AppConfig):
    name = "frankpledge.drafting"
    label = "drafting"
    default_auto_field = "django.db.models.BigAutoField"
