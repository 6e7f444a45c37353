from django.urls import path

from accounts import views

app_name = "accounts"

urlpatterns = [
    path("trail/", views.trail, name="trail"),
]
