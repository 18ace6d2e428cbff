"""Which push services may be asked: an administrator's choice, with the ones that browsers use to choose from."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vloot.ground.errors import Refused, require
from vloot.notices.devices import acts, reads, relays, rules
from vloot.people.actor import Actor
from vloot.web.shell.door import signed_in


@require_http_methods(["GET", "POST"])
@signed_in
def show(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """The services, and which are allowed."""
    require(rules.may_allow_relays(actor))
    if request.method == "POST":
        chosen = [*request.POST.getlist("service"), *request.POST.get("others", "").split()]
        try:
            acts.allow_relays(by=actor, hosts=chosen)
        except Refused as refusal:
            return _page(request, chosen, refusal)
        messages.success(request, _("Saved."))
        return redirect("company:push")
    return _page(request, reads.allowed_relays())


def _page(request: HttpRequest, chosen: list[str], refusal: Refused | None = None) -> HttpResponse:
    known = {service.host for service in relays.KNOWN}
    context = {
        "known": [(service, service.host in chosen) for service in relays.KNOWN],
        "others": "\n".join(host for host in chosen if host not in known),
        "error": refusal.text if refusal else "",
        "is_on": bool(reads.allowed_relays()),
    }
    return render(request, "company/push.html", context, status=422 if refusal else 200)
