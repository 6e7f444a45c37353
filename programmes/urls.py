from django.urls import path

from programmes.views import directory, duty, feeds, programmes, swaps, terms, users, weeks

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
    # the roster
    path("duty/", duty.roster, name="roster"),
    path("duty/mine/", swaps.my_duty, name="my_duty"),
    path("duty/shifts/<uuid:shift_id>/swap/", swaps.swap_new, name="swap_new"),
    path("duty/shifts/<uuid:shift_id>/take/", swaps.take_over, name="take_over"),
    path("duty/swaps/<uuid:swap_id>/accept/", swaps.swap_accept, name="swap_accept"),
    path("duty/swaps/<uuid:swap_id>/decline/", swaps.swap_decline, name="swap_decline"),
    path("duty/calendar/new/", feeds.feed_renew, name="feed_renew"),
    path("duty/calendar/stop/", feeds.feed_stop, name="feed_stop"),
    path("duty/calendar/<slug:feed_token>.ics", feeds.feed, name="feed"),
    path("<int:programme_id>/duty/year/", duty.duty_year, name="duty_year"),
    path("<int:programme_id>/duty/fill/", duty.fill_month, name="fill_month"),
    path("<int:programme_id>/duty/shifts/new/", duty.shift_new, name="shift_new"),
    path("duty/shifts/<uuid:shift_id>/edit/", duty.shift_edit, name="shift_edit"),
    path("duty/shifts/<uuid:shift_id>/remove/", duty.shift_remove, name="shift_remove"),
    path("<int:programme_id>/duty/weeks/", weeks.weeks, name="weeks"),
    path("<int:programme_id>/duty/weeks/new/", weeks.pattern_new, name="pattern_new"),
    path("duty/weeks/<uuid:pattern_id>/", weeks.pattern_edit, name="pattern_edit"),
    path("duty/weeks/<uuid:pattern_id>/remove/", weeks.pattern_remove, name="pattern_remove"),
    path("<int:programme_id>/duty/hours/new/", weeks.hours_new, name="hours_new"),
    path("duty/hours/<uuid:hours_id>/", weeks.hours_edit, name="hours_edit"),
    path("duty/hours/<uuid:hours_id>/remove/", weeks.hours_remove, name="hours_remove"),
]
