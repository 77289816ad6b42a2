from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "frankpledge.desk"
    label = "desk"
