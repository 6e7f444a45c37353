from django.urls import path

from programmes.views import directory, programmes, terms, users

app_name = "programmes"

urlpatterns = [
    path("", programmes.programme, name="programme"),
    path("<int:programme_id>/terms/<slug:vocabulary>/", terms.terms, name="terms"),
    path("<int:programme_id>/terms/<slug:vocabulary>/new/", terms.term_add, name="term_add"),
    path("terms/<int:term_id>/", terms.term_edit, name="term_edit"),
    path("directory/", directory.directory, name="directory"),
    path("directory/new/", directory.entry_add, name="entry_add"),
    path("directory/<uuid:entry_id>/", directory.entry, name="entry"),
    path("directory/<uuid:entry_id>/edit/", directory.entry_edit, name="entry_edit"),
    path("directory/<uuid:entry_id>/checked/", directory.entry_check, name="entry_check"),
    path("users/", users.user_list, name="user_list"),
    path("users/new/", users.user_add, name="user_add"),
    path("users/<int:user_id>/", users.user_edit, name="user_edit"),
    path("users/<int:user_id>/link/", users.user_link, name="user_link"),
]
