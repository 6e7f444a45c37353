from accounts.models import TrailEntry


def record(request, act, subject=None, *, purpose=""):
    """Write one line of the trail, in the transaction of the request that it speaks of."""
    user = request.user if request.user.is_authenticated else None
    return TrailEntry.objects.create(
        user=user,
        act=act,
        record_type=subject._meta.concrete_model._meta.label_lower if subject else "",
        record_id=str(subject.pk) if subject else "",
        programme_id=getattr(subject, "programme_id", None),
        page=request.resolver_match.view_name if request.resolver_match else "",
        purpose=purpose,
        address=request.META.get("REMOTE_ADDR") or None,
    )
