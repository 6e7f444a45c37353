"""Who may open which page: the one table. A view without a row here opens for nobody."""

from accounts.roles import Role

EVERYBODY = "everybody"
SIGNED_IN = "signed in"

COUNSELLORS = frozenset({Role.COUNSELLOR, Role.COORDINATOR})
COORDINATORS = frozenset({Role.COORDINATOR})
MANAGERS = frozenset({Role.MANAGER})
ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})
OFFICE = frozenset({Role.COORDINATOR, Role.ADMINISTRATOR})
ALL_ROLES = frozenset(Role)
NOBODY: frozenset[Role] = frozenset()

ACCESS: dict[str, str | frozenset[Role]] = {
    "health": EVERYBODY,
    "set_language": EVERYBODY,
    # signing in
    "account_login": EVERYBODY,
    "account_logout": EVERYBODY,
    "account_reset_password": EVERYBODY,
    "account_reset_password_done": EVERYBODY,
    "account_reset_password_from_key": EVERYBODY,
    "account_reset_password_from_key_done": EVERYBODY,
    "account_inactive": EVERYBODY,
    "mfa_authenticate": EVERYBODY,
    "mfa_login_webauthn": EVERYBODY,
    # accounts are opened by the office and known by one address: allauth's other ways stay shut
    "account_signup": NOBODY,
    "account_email": NOBODY,
    "account_email_verification_sent": NOBODY,
    "account_confirm_email": NOBODY,
    "account_confirm_login_code": NOBODY,
    "account_set_password": NOBODY,
    # her own account
    "account_change_password": SIGNED_IN,
    "account_reauthenticate": SIGNED_IN,
    "mfa_index": SIGNED_IN,
    "mfa_activate_totp": SIGNED_IN,
    "mfa_deactivate_totp": SIGNED_IN,
    "mfa_view_recovery_codes": SIGNED_IN,
    "mfa_generate_recovery_codes": SIGNED_IN,
    "mfa_download_recovery_codes": SIGNED_IN,
    "mfa_reauthenticate": SIGNED_IN,
    "mfa_list_webauthn": SIGNED_IN,
    "mfa_add_webauthn": SIGNED_IN,
    "mfa_edit_webauthn": SIGNED_IN,
    "mfa_remove_webauthn": SIGNED_IN,
    "mfa_reauthenticate_webauthn": SIGNED_IN,
    "usersessions_list": SIGNED_IN,
    "home": SIGNED_IN,
    "accounts:trail": ADMINISTRATORS,
    # programmes
    "programmes:programme": ALL_ROLES,
    "programmes:terms": ALL_ROLES,
    "programmes:term_add": ADMINISTRATORS,
    "programmes:term_edit": ADMINISTRATORS,
    "programmes:directory": ALL_ROLES,
    "programmes:entry": ALL_ROLES,
    "programmes:entry_add": OFFICE,
    "programmes:entry_edit": OFFICE,
    "programmes:entry_check": COUNSELLORS | OFFICE,
    "programmes:user_list": ADMINISTRATORS,
    "programmes:user_add": ADMINISTRATORS,
    "programmes:user_edit": ADMINISTRATORS,
    "programmes:user_link": ADMINISTRATORS,
    # the roster
    "programmes:roster": COUNSELLORS,
    "programmes:my_duty": COUNSELLORS,
    "programmes:swap_new": COUNSELLORS,
    "programmes:take_over": COUNSELLORS,
    "programmes:swap_accept": COUNSELLORS,
    "programmes:swap_decline": COUNSELLORS,
    "programmes:feed_renew": COUNSELLORS,
    "programmes:feed_stop": COUNSELLORS,
    "programmes:feed": EVERYBODY,  # by a secret that nobody guesses, and that she shuts herself
    "programmes:duty_year": COUNSELLORS,
    "programmes:fill_month": COORDINATORS,
    "programmes:shift_new": COORDINATORS,
    "programmes:shift_edit": COORDINATORS,
    "programmes:shift_remove": COORDINATORS,
    "programmes:weeks": COUNSELLORS,
    "programmes:pattern_new": COORDINATORS,
    "programmes:pattern_edit": COORDINATORS,
    "programmes:pattern_remove": COORDINATORS,
    "programmes:hours_new": COORDINATORS,
    "programmes:hours_edit": COORDINATORS,
    "programmes:hours_remove": COORDINATORS,
    "cases:shift": COUNSELLORS,
    # cases
    "cases:desk": COUNSELLORS,
    "cases:new_call": COUNSELLORS,
    "cases:save_call": COUNSELLORS,
    "cases:page_key": COUNSELLORS,
    "cases:call": COUNSELLORS,
    "cases:discard_call": COUNSELLORS,
    "cases:hand_over": COUNSELLORS,
    "cases:withdraw_hand_over": COUNSELLORS,
    "cases:take_over": COUNSELLORS,
    "cases:give_back": COUNSELLORS,
    "cases:call_directory": COUNSELLORS,
    "cases:contact_list": COUNSELLORS,
    "cases:count_contact": COUNSELLORS,
    "cases:contact": COUNSELLORS,
    "cases:contact_edit": COUNSELLORS,
    "cases:contact_history": COORDINATORS,
    "cases:uncount_contact": COUNSELLORS,
    "cases:shift_notes": COUNSELLORS,
    "cases:shift_note_new": COUNSELLORS,
    "cases:shift_note": COUNSELLORS,
    "cases:shift_note_edit": COUNSELLORS,
    "cases:sign_shift_note": COUNSELLORS,
    "cases:call_backs": COUNSELLORS,
    "cases:call_attempt": COUNSELLORS,
    "cases:take_back_attempt": COUNSELLORS,
    "cases:give_up": COUNSELLORS,
    "cases:promise_again": COUNSELLORS,
    "cases:contact_number": COUNSELLORS,
    "cases:safe_contact": COUNSELLORS,
    "cases:confirm_safe_contact": COUNSELLORS,
    "cases:client_number": COUNSELLORS,
    "cases:client_list": COUNSELLORS,
    "cases:client_new": COUNSELLORS,
    "cases:known_client": COUNSELLORS,
    "cases:search": COUNSELLORS,
    "cases:client": COUNSELLORS,
    "cases:client_edit": COUNSELLORS,
    "cases:case": COUNSELLORS,
    "cases:service_new": COUNSELLORS,
    "cases:service_edit": COUNSELLORS,
    # risk
    "cases:risk": COUNSELLORS,
    "cases:risk_new": COUNSELLORS,
    "cases:assessment": COUNSELLORS,
    "cases:assessment_edit": COUNSELLORS,
    "cases:stand_down": COORDINATORS,
    "cases:safety_plan": COUNSELLORS,
    "cases:safety_plan_new": COUNSELLORS,
    "cases:safety_plan_version": COUNSELLORS,
    "cases:safety_plan_paper": COUNSELLORS,
    "cases:goals": COUNSELLORS,
    "cases:plan_begin": COUNSELLORS,
    "cases:plan_edit": COUNSELLORS,
    "cases:plan_rate": COUNSELLORS,
    "cases:plan_end": COUNSELLORS,
    "cases:goal_new": COUNSELLORS,
    "cases:goal_edit": COUNSELLORS,
    "cases:step_done": COUNSELLORS,
    "cases:instruments": COUNSELLORS,
    "cases:instrument_new": COORDINATORS,
    "cases:instrument_begin": COORDINATORS,
    "cases:instrument": COUNSELLORS,
    "cases:instrument_next": COORDINATORS,
    "cases:instrument_retire": COORDINATORS,
    "cases:release_new": COUNSELLORS,
    "cases:release_edit": COUNSELLORS,
    "cases:release_revoke": COUNSELLORS,
    "cases:disclosure_new": COUNSELLORS,
    "cases:disclosure_edit": COUNSELLORS,
    # shelters
    "shelters:board": COUNSELLORS,
    "shelters:wall": COUNSELLORS,
    "shelters:free_tonight": COUNSELLORS,
    "shelters:enquiries": COUNSELLORS,
    "shelters:new_enquiry": COORDINATORS,
    "shelters:enquiry": COUNSELLORS,
    "shelters:answer": COORDINATORS,
    "shelters:admit": COORDINATORS,
    "shelters:stay": COUNSELLORS,
    "shelters:move": COORDINATORS,
    "shelters:extend": COORDINATORS,
    "shelters:discharge": COORDINATORS,
    "shelters:houses": COUNSELLORS,
    "shelters:new_house": COORDINATORS,
    "shelters:house": COUNSELLORS,
    "shelters:edit_house": COORDINATORS,
    "shelters:new_room": COORDINATORS,
    "shelters:edit_room": COORDINATORS,
    "shelters:close_room": COORDINATORS,
    "shelters:new_bed": COORDINATORS,
    "shelters:edit_bed": COORDINATORS,
    "shelters:edit_closure": COORDINATORS,
    # reporting
    "reporting:report_list": MANAGERS,
    "reporting:report": MANAGERS,
    "reporting:chapter": MANAGERS,
    "reporting:number": MANAGERS,
    "reporting:narrative_edit": MANAGERS,
    "reporting:file_list": MANAGERS,
    "reporting:file_make": MANAGERS,
    "reporting:file_progress": MANAGERS,
    "reporting:file_cancel": MANAGERS,
    "reporting:file_retry": MANAGERS,
    "reporting:file_download": MANAGERS,
}

# What somebody who still has to set up her second factor may open.
BEFORE_SECOND_FACTOR = {page for page, rule in ACCESS.items() if rule == EVERYBODY} | {
    "account_change_password",
    "account_reauthenticate",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_reauthenticate",
}

# The first page after signing in, by the first of these roles that she has.
HOMES = {
    Role.COORDINATOR: "shelters:board",
    Role.COUNSELLOR: "cases:desk",
    Role.MANAGER: "reporting:report_list",
    Role.ADMINISTRATOR: "programmes:user_list",
}


def may_open(user, view_name):
    """Whether somebody may open a page at all; which records she finds there says `visible_to`."""
    rule = ACCESS.get(view_name)
    if rule == EVERYBODY:
        return True
    if not user.is_authenticated:
        return False
    return rule == SIGNED_IN or bool(rule and user.roles & rule)
