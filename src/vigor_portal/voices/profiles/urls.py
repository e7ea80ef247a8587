from django.urls import path, re_path

from vigor_portal.voices.profiles import views

app_name = "profiles"

urlpatterns = [
    path("mine/", views.mine, name="mine"),
    path("mine/appearance", views.appear, name="appear"),
    path("mine/<int:pk>/paste", views.paste_own, name="paste-own"),
    re_path(r"^mine/(?P<pk>[0-9]{1,18})/(?P<name>on|off|again|remove)$", views.step, name="step"),
    path("account/<str:public_id>/profile/", views.account, name="account"),
    path("account/<str:public_id>/profile/read", views.read_account, name="read-account"),
]
