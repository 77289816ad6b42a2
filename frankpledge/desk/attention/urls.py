from django.urls import path

from frankpledge.desk.attention import page

urlpatterns = [
    path("attention/", page.show_attention, name="attention"),
    path("attention/seen/", page.mark_seen, name="attention-seen"),
]
