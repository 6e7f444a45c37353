from django.urls import path

from cases.views import calls, cases, clients, contacts, desk, hand_overs, instruments, risk, services

app_name = "cases"

urlpatterns = [
    path("desk/", desk.desk, name="desk"),
    path("calls/new/", calls.new_call, name="new_call"),
    path("calls/save/", calls.save_call, name="save_call"),
    path("calls/key/", calls.page_key, name="page_key"),
    path("calls/<uuid:draft_id>/", calls.call, name="call"),
    path("calls/<uuid:draft_id>/discard/", calls.discard_call, name="discard_call"),
    path("calls/<uuid:draft_id>/hand-over/", hand_overs.hand_over, name="hand_over"),
    path("calls/<uuid:draft_id>/hand-over/withdraw/", hand_overs.withdraw_hand_over, name="withdraw_hand_over"),
    path("calls/<uuid:draft_id>/take-over/", hand_overs.take_over, name="take_over"),
    path("calls/<uuid:draft_id>/give-back/", hand_overs.give_back, name="give_back"),
    path("contacts/", contacts.contact_list, name="contact_list"),
    path("contacts/count/", desk.count_contact, name="count_contact"),
    path("contacts/<uuid:contact_id>/", contacts.contact, name="contact"),
    path("contacts/<uuid:contact_id>/edit/", contacts.contact_edit, name="contact_edit"),
    path("contacts/<uuid:contact_id>/history/", contacts.contact_history, name="contact_history"),
    path("contacts/<uuid:contact_id>/uncount/", desk.uncount_contact, name="uncount_contact"),
    path("contacts/<uuid:contact_id>/called-back/", desk.called_back, name="called_back"),
    path("contacts/<uuid:contact_id>/not-called-back/", desk.not_called_back, name="not_called_back"),
    path("people/", clients.client_list, name="client_list"),
    path("people/new/", clients.client_new, name="client_new"),
    path("people/known/", clients.known_client, name="known_client"),
    path("people/search/", clients.search, name="search"),
    path("people/<uuid:client_id>/", clients.client, name="client"),
    path("people/<uuid:client_id>/edit/", clients.client_edit, name="client_edit"),
    path("people/<uuid:client_id>/services/new/", services.service_new, name="service_new"),
    path("cases/<uuid:case_id>/", cases.case, name="case"),
    path("services/<uuid:service_id>/edit/", services.service_edit, name="service_edit"),
    # risk
    path("cases/<uuid:case_id>/risk/", risk.risk, name="risk"),
    path("cases/<uuid:case_id>/risk/new/", risk.risk_new, name="risk_new"),
    path("risk/<uuid:assessment_id>/", risk.assessment, name="assessment"),
    path("risk/<uuid:assessment_id>/edit/", risk.assessment_edit, name="assessment_edit"),
    path("risk/<uuid:assessment_id>/stand-down/", risk.stand_down, name="stand_down"),
    path("instruments/", instruments.instruments, name="instruments"),
    path("instruments/new/", instruments.instrument_new, name="instrument_new"),
    path("instruments/begin/", instruments.instrument_begin, name="instrument_begin"),
    path("instruments/<uuid:instrument_id>/", instruments.instrument, name="instrument"),
    path("instruments/<uuid:instrument_id>/next/", instruments.instrument_next, name="instrument_next"),
    path("instruments/<uuid:instrument_id>/retire/", instruments.instrument_retire, name="instrument_retire"),
]
