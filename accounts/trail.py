from accounts.models import TrailEntry


def record(request, act, subject=None, *, purpose=""):
    """Write one line of the trail, in the transaction of the request that it speaks of."""
    return write(
        act,
        subject,
        purpose=purpose,
        user=request.user if request.user.is_authenticated else None,
        page=request.resolver_match.view_name if request.resolver_match else "",
        address=request.META.get("REMOTE_ADDR") or None,
    )


def record_command(command, act, subject=None, *, purpose=""):
    """The same for a management command: whoever may run one has no sign-in."""
    return write(act, subject, purpose=purpose, page=f"manage.py {command}")


def write(act, subject, **circumstances):
    return TrailEntry.objects.create(
        act=act,
        record_type=subject._meta.concrete_model._meta.label_lower if subject else "",
        record_id=str(subject.pk) if subject else "",
        programme_id=getattr(subject, "programme_id", None),
        **circumstances,
    )


def record_many(act, model, count, *, page, programme_id=None, user=None):
    """One line for many records of a kind, where a command and no request took or gave them."""
    return TrailEntry.objects.create(
        user=user,
        act=act,
        record_type=model._meta.concrete_model._meta.label_lower,
        programme_id=programme_id,
        page=page,
        purpose=str(count),
    )
