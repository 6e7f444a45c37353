from django.shortcuts import render

from programmes.models import Programme, Vocabulary


def programme(request):
    """Every programme she works in: its units, its settings, its own vocabularies."""
    programmes = Programme.objects.visible_to(request.user).prefetch_related("units")
    return render(request, "programmes/programme.html", {"programmes": programmes, "vocabularies": Vocabulary})
