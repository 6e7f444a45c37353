from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role


class UserQuerySet(models.QuerySet):
    def colleagues_of(self, administrator):
        """Whoever is assigned to a programme that she administers, herself included."""
        programmes = administrator.programmes_as(Role.ADMINISTRATOR)
        return self.filter(assignments__programme__in=programmes).distinct().order_by("name")


class UserManager(BaseUserManager["User"]):
    def create_user(self, email, password=None, **fields):
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class User(AbstractBaseUser):
    """Somebody who signs in. What she may do hangs on her assignments to programmes, never on a flag here."""

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=100)
    language = models.CharField(
        _("language"), max_length=2, choices=[("sl", "slovenščina"), ("en", "English")], default="sl"
    )
    is_active = models.BooleanField(_("may sign in"), default=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = UserManager.from_queryset(UserQuerySet)()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")

    def __str__(self):
        return self.name

    @cached_property
    def roles(self):
        """The set of roles she has in any programme."""
        return frozenset(self.assignments.current().values_list("role", flat=True))

    def programmes_as(self, *roles):
        """Subquery of the ids of the programmes in which she has one of the roles."""
        return self.assignments.current().filter(role__in=roles).values("programme")
