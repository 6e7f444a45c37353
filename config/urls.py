from django.urls import include, path

from accounts.views import home
from config.views import health

urlpatterns = [
    path("", home, name="home"),
    path("", include("accounts.urls")),
    path("", include("cases.urls")),
    path("programme/", include("programmes.urls")),
    path("reports/", include("reporting.urls")),
    path("health/", health, name="health"),
    path("language/", include("django.conf.urls.i18n")),
    path("accounts/", include("allauth.urls")),
    path("shelters/", include("shelters.urls")),
]
