from django.urls import path

from frankpledge.desk.perception import pairs

urlpatterns = [
    path("perception/", pairs.show_pairs, name="perception"),
    path("perception/new/", pairs.new_pair, name="pair-new"),
    path("perception/<int:pk>/remove/", pairs.remove_pair, name="pair-remove"),
]
