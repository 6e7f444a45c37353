import pghistory
from django.db.models import GeneratedField


def tracked(model):
    """Every insert, update and delete of a row leaves its old or new state in `<Model>Event`, written by the database."""
    made_by_database = [field.name for field in model._meta.concrete_fields if isinstance(field, GeneratedField)]
    return pghistory.track(
        pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), exclude=made_by_database
    )(model)
