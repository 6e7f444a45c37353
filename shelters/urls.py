from django.urls import path

from shelters.views import board, enquiries, houses, stays

app_name = "shelters"

urlpatterns = [
    path("", board.board, name="board"),
    path("wall/", board.wall, name="wall"),
    path("tonight/", board.free_tonight, name="free_tonight"),
    path("enquiries/", enquiries.enquiries, name="enquiries"),
    path("enquiries/new/", enquiries.new_enquiry, name="new_enquiry"),
    path("enquiries/<uuid:enquiry_id>/", enquiries.enquiry, name="enquiry"),
    path("enquiries/<uuid:enquiry_id>/answer/", enquiries.answer, name="answer"),
    path("admit/", stays.admit, name="admit"),
    path("stays/<uuid:stay_id>/", stays.stay, name="stay"),
    path("stays/<uuid:stay_id>/move/", stays.move, name="move"),
    path("stays/<uuid:stay_id>/extend/", stays.extend, name="extend"),
    path("stays/<uuid:stay_id>/discharge/", stays.discharge, name="discharge"),
    path("houses/", houses.houses, name="houses"),
    path("houses/new/<int:programme_id>/", houses.new_house, name="new_house"),
    path("houses/<uuid:house_id>/", houses.house, name="house"),
    path("houses/<uuid:house_id>/edit/", houses.edit_house, name="edit_house"),
    path("houses/<uuid:house_id>/rooms/new/", houses.new_room, name="new_room"),
    path("rooms/<int:room_id>/edit/", houses.edit_room, name="edit_room"),
    path("rooms/<int:room_id>/close/", houses.close_room, name="close_room"),
    path("rooms/<int:room_id>/beds/new/", houses.new_bed, name="new_bed"),
    path("beds/<uuid:bed_id>/edit/", houses.edit_bed, name="edit_bed"),
    path("closures/<uuid:closure_id>/", houses.edit_closure, name="edit_closure"),
]
