from django.apps import AppConfig


class ReplyingConfig(AppConfig):
    name = "frankpledge.replying"
    label = "replying"
