from django.urls import path

from frankpledge.desk.settings import areas, described, host, logo, scale

HERE = "<slug:slug>/settings"
RATING = f"{HERE}/scale/<int:pk>"

urlpatterns = [
    path(f"{HERE}/", described.show_settings, name="settings"),
    path(f"{HERE}/name/", described.edit_name, name="settings-name"),
    path(f"{HERE}/areas/", areas.name_areas, name="settings-areas"),
    path(f"{HERE}/colour/", described.edit_colour, name="settings-colour"),
    path(f"{HERE}/sign-in/", described.edit_second_step, name="settings-sign-in"),
    path(f"{HERE}/words/<str:what>/", described.edit_words, name="settings-words"),
    path(f"{HERE}/logo/", logo.set_logo, name="settings-logo"),
    path(f"{HERE}/logo/remove/", logo.remove_logo, name="settings-logo-remove"),
    path(f"{HERE}/scale/", scale.show_scale, name="scale"),
    path(f"{HERE}/scale/new/", scale.new_rating, name="rating-new"),
    path(f"{RATING}/edit/", scale.edit_rating, name="rating-edit"),
    path(f"{RATING}/retire/", scale.retire_rating, name="rating-retire"),
    path(f"{RATING}/move/<str:way>/", scale.move_rating, name="rating-move"),
]

host_urlpatterns = [
    path("host/", host.list_partnerships, name="host"),
    path("host/new/", host.new_partnership, name="host-new"),
    path("host/follow/", host.succeed, name="host-follow"),
    path("host/<slug:named>/end/", host.end_partnership, name="host-end"),
    path("host/<slug:named>/coordinator/", host.add_coordinator, name="host-coordinator"),
]
