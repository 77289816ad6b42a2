from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "frankpledge.demo"
    label = "demo"
