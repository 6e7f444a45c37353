from django.urls import path

from programmes.views import programmes, terms, users

app_name = "programmes"

urlpatterns = [
    path("", programmes.programme, name="programme"),
    path("<int:programme_id>/terms/<slug:vocabulary>/", terms.terms, name="terms"),
    path("<int:programme_id>/terms/<slug:vocabulary>/new/", terms.term_add, name="term_add"),
    path("terms/<int:term_id>/", terms.term_edit, name="term_edit"),
    path("users/", users.user_list, name="user_list"),
    path("users/new/", users.user_add, name="user_add"),
    path("users/<int:user_id>/", users.user_edit, name="user_edit"),
    path("users/<int:user_id>/link/", users.user_link, name="user_link"),
]
