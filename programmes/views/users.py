from allauth.account.decorators import reauthentication_required
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import trail
from accounts.models import Act, User
from programmes.forms.users import UserForm


def user_list(request):
    """Who signs in, and what she does in which programme."""
    users = User.objects.colleagues_of(request.user).prefetch_related("assignments__programme")
    return render(request, "programmes/user_list.html", {"users": users})


def user_add(request):
    return edit(request, User(), Act.CREATED)


def user_edit(request, user_id):
    user = get_object_or_404(User.objects.colleagues_of(request.user), pk=user_id)
    return edit(request, user, Act.CHANGED)


@reauthentication_required
def edit(request, user, act):
    """Who may do what is decided by somebody who has just confirmed that it is she."""
    form = UserForm(request.POST or None, instance=user, administrator=request.user)
    if form.is_valid():
        form.save()
        trail.record(request, act, user)
        messages.success(request, _("Saved."))
        return redirect("programmes:user_edit", user.pk)
    return render(request, "programmes/user_form.html", {"form": form})


@require_POST
def user_link(request, user_id):
    """A link by which she sets a password herself; the office hands it over, nothing is mailed."""
    return show_link(request, get_object_or_404(User.objects.colleagues_of(request.user), pk=user_id))


@reauthentication_required
def show_link(request, user):
    key = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
    uidb36, token = key.split("-", 1)
    link = request.build_absolute_uri(reverse("account_reset_password_from_key", args=[uidb36, token]))
    trail.record(request, Act.CHANGED, user, purpose="link for a new password")
    return render(request, "programmes/user_link.html", {"person": user, "link": link})
