from django.contrib import messages
from django.db.models import Count, Max, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import trail
from accounts.models import Act
from accounts.roles import Role
from cases.forms.groups import GroupForm, MembersForm, SessionForm
from cases.models import Group, Membership, Service
from programmes.models import Programme

SESSIONS_SHOWN = 30


def group_list(request):
    groups = groups_of(request.user).annotate(
        members=Count("memberships", filter=Q(memberships__left_on=None), distinct=True),
        last_on=Max("sessions__started_on"),
    )
    return render(request, "cases/group_list.html", {"groups": groups})


def group_new(request):
    form = GroupForm(request.POST or None, user=request.user)
    if form.is_valid() and form.save_or_explain():
        trail.record(request, Act.CREATED, form.instance)
        messages.success(request, _("Saved."))
        return redirect("cases:group", form.instance.pk)
    return render(request, "cases/group_form.html", {"form": form})


def group(request, group_id):
    """Its list and its sessions. Codes join here or with the session to which they came."""
    group = find_group(request, group_id)
    form = MembersForm(request.POST or None, user=request.user, group=group)
    if form.is_valid():
        form.save()
        trail.record(request, Act.CHANGED, group)
        return redirect("cases:group", group.pk)
    trail.record(request, Act.OPENED, group)
    sessions = group.sessions.select_related("worker__user", "worker__vault", "vault").annotate(
        came=Count("participations", distinct=True), invited=Count("invitations", distinct=True)
    )
    members = group.memberships.current().select_related("client")
    return render(
        request,
        "cases/group.html",
        {
            "group": group,
            "form": form,
            "members": members,
            "sessions": sessions.order_by("-started_at")[:SESSIONS_SHOWN],
        },
    )


@require_POST
def member_leave(request, membership_id):
    membership = get_object_or_404(Membership.objects.visible_to(request.user).current(), pk=membership_id)
    membership.left_on = max(timezone.localdate(), membership.joined_on)
    membership.save()
    trail.record(request, Act.CHANGED, membership)
    return redirect("cases:group", membership.group_id)


def session_new(request, group_id):
    group = find_group(request, group_id)
    form = SessionForm(request.POST or None, user=request.user, group=group)
    return session_page(request, form, group, Act.CREATED)


def session_edit(request, session_id):
    sessions = Service.objects.visible_to(request.user).exclude(group=None)
    session = get_object_or_404(sessions.select_related("vault", "group__programme"), pk=session_id)
    form = SessionForm(request.POST or None, instance=session, user=request.user, group=session.group)
    return session_page(request, form, session.group, Act.CHANGED)


def session_page(request, form, group, act):
    if form.is_valid() and form.save_or_explain():
        if not form.is_repeated:
            trail.record(request, act, form.instance)
        messages.success(request, _("Saved."))
        return redirect("cases:group", group.pk)
    return render(request, "cases/session_form.html", {"form": form, "group": group})


def groups_of(user):
    hers = Programme.objects.visible_to(user, Role.COUNSELLOR, Role.COORDINATOR)
    return Group.objects.filter(programme__in=hers).select_related("programme")


def find_group(request, group_id):
    return get_object_or_404(groups_of(request.user), pk=group_id)
