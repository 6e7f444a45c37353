from .trail import Act, TrailEntry
from .users import User
from .vaults import Vault

__all__ = ["Act", "TrailEntry", "User", "Vault"]
