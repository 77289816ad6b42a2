from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "frankpledge.ui"
    label = "ui"
