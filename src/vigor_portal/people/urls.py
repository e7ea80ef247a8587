from django.urls import path, re_path

from vigor_portal.people import members, views, welcome

app_name = "people"

urlpatterns = [
    path("welcome/<str:secret>/", welcome.welcome, name="welcome"),
    path("me/", views.me, name="me"),
    path("me/data/", views.download, name="my-data"),
    path("me/forget/", views.forget_me, name="forget-me"),
    path("people/", members.members, name="members"),
    path("people/invite/", members.invite, name="invite"),
    path("people/invitations/<int:pk>/withdraw/", members.withdraw, name="withdraw-invitation"),
    path("people/<str:public_id>/", members.member, name="member"),
    re_path(
        r"^people/(?P<public_id>[\w-]+)/(?P<name>deactivate|reactivate|forget)/$", members.step, name="step"
    ),
    path("organisation/", members.organisation, name="organisation"),
    path("organisation/departments/", members.department, name="new-department"),
    path("organisation/departments/<slug:slug>/", members.department, name="department"),
    path("organisation/departments/<slug:slug>/remove/", members.remove_department, name="remove-department"),
]
