from django.urls import path

from frankpledge.desk.figures import again

urlpatterns = [path("figures/check/", again.check_figures, name="figures-check")]
