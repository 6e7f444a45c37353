from django.urls import include, path

from config.views import health

urlpatterns = [
    path("health/", health, name="health"),
    path("language/", include("django.conf.urls.i18n")),
    path("accounts/", include("allauth.urls")),
]
