from django.urls import path

from vigor_portal.checking import views

app_name = "checking"

urlpatterns = [
    path("check/", views.box, name="box"),
    path("check/as", views.answer_as, name="answer-as"),
    path("check/disagree", views.disagree, name="disagree"),
    path("words/", views.words, name="words"),
    path("words/objections/", views.objections, name="objections"),
]
