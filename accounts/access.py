"""Who may open which page: the one table. A view without a row here opens for nobody."""

from accounts.roles import Role

EVERYBODY = "everybody"
SIGNED_IN = "signed in"

COUNSELLORS = frozenset({Role.COUNSELLOR, Role.COORDINATOR})
COORDINATORS = frozenset({Role.COORDINATOR})
MANAGERS = frozenset({Role.MANAGER})
ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})
ALL_ROLES = frozenset(Role)

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
    "mfa_authenticate": EVERYBODY,
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
    "usersessions_list": SIGNED_IN,
    # cases
    # shelters
    # reporting
}


def may_open(user, view_name):
    """Whether somebody may open a page at all; which records she finds there says `visible_to`."""
    rule = ACCESS.get(view_name)
    if rule == EVERYBODY:
        return True
    if not user.is_authenticated:
        return False
    return rule == SIGNED_IN or bool(rule and user.roles & rule)
