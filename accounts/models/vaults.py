import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts import sealing


class VaultQuerySet(models.QuerySet):
    def wrapped_by_older_keys(self):
        return self.filter(destroyed_at=None).exclude(master_key=sealing.current_master_key())


class Vault(models.Model):
    """The data key of one person, one anonymous contact or one house, wrapped by a master key of the settings.

    Whoever destroys it makes every text sealed under it unreadable, in rows, history and backups alike.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    master_key = models.CharField(_("master key"), max_length=16, editable=False)
    wrapped_key = models.BinaryField(null=True, editable=False)
    destroyed_at = models.DateTimeField(_("destroyed"), null=True, editable=False)

    objects = VaultQuerySet.as_manager()

    class Meta:
        verbose_name = _("vault")
        verbose_name_plural = _("vaults")
        constraints = [
            models.CheckConstraint(
                name="vault_open_or_destroyed",
                condition=models.Q(wrapped_key=None) ^ models.Q(destroyed_at=None),
            ),
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._data_key = None
        if self._state.adding and self.wrapped_key is None and self.destroyed_at is None:
            self.wrap(sealing.new_data_key())

    @property
    def is_destroyed(self):
        return self.wrapped_key is None

    def data_key(self):
        """The 32 bytes that seal its texts; raises `sealing.Unreadable` once it is destroyed."""
        if self._data_key is None:
            self._data_key = sealing.unwrap(self.wrapped_key, self.master_key, self.id)
        return self._data_key

    def wrap(self, data_key):
        self.master_key, self.wrapped_key = sealing.wrap(data_key, self.id)

    def rewrap(self):
        """Under the newest master key; the texts and their history stay as they are."""
        self.wrap(self.data_key())
        self.save(update_fields=["master_key", "wrapped_key"])

    def destroy(self):
        self.wrapped_key, self._data_key = None, None
        self.destroyed_at = timezone.now()
        self.save(update_fields=["wrapped_key", "destroyed_at"])
