from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "frankpledge.public"
    label = "public"
