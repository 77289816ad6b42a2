from django.urls import path

from frankpledge.desk.judging import deviations, indicators, meaning, one, questions

INDICATOR = "indicators/<int:pk>"

urlpatterns = [
    path("outcomes/<int:pk>/judged/", one.show_judged, name="judged"),
    path("outcomes/<int:pk>/accept/", deviations.accept, name="outcome-accept"),
    path("accepted/<int:pk>/end/", deviations.end, name="deviation-end"),
    path("targets/questions/", questions.show_questions, name="target-questions"),
    path("targets/<int:pk>/meaning/", meaning.say_meaning, name="target-mean"),
    path("indicators/", indicators.list_indicators, name="indicators"),
    path("indicators/new/", indicators.new_indicator, name="indicators-new"),
    path("indicators/of/<slug:key>/", indicators.show_indicator, name="indicators-one"),
    path(f"{INDICATOR}/edit/", indicators.edit_indicator, name="indicator-edit"),
    path(f"{INDICATOR}/retire/", indicators.retire_indicator, name="indicator-retire"),
]
