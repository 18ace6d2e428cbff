"""What an agreement can be about, as far as a room waits for one."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

NETWORK, CLIMATE = "network", "climate"

TOPICS = {
    CLIMATE: gettext_lazy("The climate survey"),
    NETWORK: gettext_lazy("The network: who helps whom"),
}
