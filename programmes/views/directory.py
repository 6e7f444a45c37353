from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import trail
from accounts.models import Act
from programmes.forms.directory import DirectoryEntryForm, DirectorySearchForm
from programmes.models import DirectoryEntry, Kind, Programme
from programmes.models.directory import KEEPERS


def directory(request):
    """Whom we refer to: found while she types, kept by the office."""
    entries = DirectoryEntry.objects.visible_to(request.user)
    form = DirectorySearchForm(request.GET, entries=entries, programme=first_programme(request.user))
    found = form.found()
    context = {
        "form": form,
        "entries": found,
        "current": entries.current().count(),
        "unchecked": entries.current().unchecked().count(),
        "may_keep": bool(request.user.roles & set(KEEPERS)),
    }
    return render(request, "programmes/directory.html#found" if request.htmx else "programmes/directory.html", context)


def entry(request, entry_id):
    entry = get_object_or_404(DirectoryEntry.objects.visible_to(request.user).for_list(), pk=entry_id)
    form = DirectorySearchForm(None, entries=DirectoryEntry.objects.none(), programme=first_programme(request.user))
    context = {
        "entry": entry,
        "spoken": form.languages.of(entry),
        "may_keep": DirectoryEntry.objects.kept_by(request.user).filter(pk=entry.pk).exists(),
    }
    return render(request, "programmes/entry.html", context)


def entry_add(request):
    programme = first_programme(request.user, *KEEPERS)
    form = DirectoryEntryForm(request.POST or None, programme=programme, worker=worker_of(request.user))
    if form.is_valid() and form.save_or_explain():
        return saved(request, form.instance, Act.CREATED)
    return render(request, "programmes/entry_form.html", {"form": form})


def entry_edit(request, entry_id):
    entry = get_object_or_404(DirectoryEntry.objects.kept_by(request.user), pk=entry_id)
    programme = first_programme(request.user, *KEEPERS)
    form = DirectoryEntryForm(request.POST or None, instance=entry, programme=programme, worker=worker_of(request.user))
    if form.is_valid() and form.save_or_explain():
        return saved(request, entry, Act.CHANGED)
    return render(request, "programmes/entry_form.html", {"form": form, "entry": entry})


@require_POST
def entry_check(request, entry_id):
    """Whoever has just reached them says so: this is still true today."""
    entry = get_object_or_404(DirectoryEntry.objects.visible_to(request.user).current(), pk=entry_id)
    entry.confirm(worker_of(request.user), timezone.localdate())
    trail.record(request, Act.CHANGED, entry)
    messages.success(request, _("Checked: %(name)s.") % {"name": entry})
    return redirect("programmes:entry", entry.pk)


def saved(request, entry, act):
    trail.record(request, act, entry)
    messages.success(request, _("Saved: %(name)s.") % {"name": entry})
    return redirect("programmes:entry", entry.pk)


def worker_of(user):
    return getattr(user, "worker", None)


def first_programme(user, *roles):
    """The programme whose words the directory speaks: helplines before others."""
    hers = Programme.objects.visible_to(user, *roles)
    return min(hers, key=lambda programme: programme.kind != Kind.HELPLINE)
