"""Where the demonstration's own pages are."""

from django.urls import path

from frankpledge.demo import views

app_name = "demo"
urlpatterns = [
    path("", views.home, name="home"),
    path("sign-in/<str:token>/", views.sign_in, name="sign-in"),
    path("outbox/", views.outbox_list, name="outbox"),
    path("outbox/<slug:name>/", views.outbox_mail, name="mail"),
]
