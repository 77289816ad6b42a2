from django.urls import path

from frankpledge.partnership.brand.views import serve

urlpatterns = [path("<str:name>", serve, name="brand")]
