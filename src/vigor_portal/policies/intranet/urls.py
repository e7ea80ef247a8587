"""The intranet's addresses of the policy. A point's own comes last: keys can't be any of the words before it."""

from django.urls import path

from vigor_portal.policies.intranet import export_views, feeds, intro_views, version_views, views

app_name = "policies"

urlpatterns = [
    path("", views.whole, name="whole"),
    path("new/", views.new, name="new"),
    path("new/seen", views.seen, name="seen"),
    path("side-by-side/", views.side_by_side, name="side-by-side"),
    path("versions/", version_views.all_versions, name="versions"),
    path("versions/<int:number>/", version_views.one_version, name="version"),
    path("versions/<int:number>/<str:key>", version_views.point_then, name="point-then"),
    path("compare/", version_views.pick, name="pick"),
    path("compare/<int:a>/<int:b>/", version_views.compare, name="compare"),
    path("intro/", intro_views.choose, name="intro"),
    path("intro/<slug:department>/", intro_views.slides, name="slides"),
    path("export/", export_views.choose, name="export"),
    path("export/policy.<str:language>.<str:kind>", export_views.policy, name="export-policy"),
    path("export/poster.<str:language>.pdf", export_views.poster, name="export-poster"),
    path("feed/new-address", feeds.renew, name="renew-feed"),
    path("feed/<str:token>.atom", feeds.changes, name="feed"),
    path("<str:key>", views.point, name="point"),
]
