from django_scopes import scope

from programmes.models import Organisation


def organisation_scope(get_response):
    """Everything a request reads or writes belongs to the organisations its user works for."""

    def middleware(request):
        if not request.user.is_authenticated:
            return get_response(request)
        request.organisations = list(Organisation.objects.visible_to(request.user))
        with scope(organisation=request.organisations):
            return get_response(request)

    return middleware
