"""The demo's mail: it leaves for nowhere and lies in a folder, each letter once."""

from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from tests.notices.test_deliveries import after, note
from tests.stage import Clock
from tests.world import World
from vloot import wiring
from vloot.letters.leaving import carrier
from vloot.notices import acts
from vloot.notices.models import Delivery


def test_each_letter_is_one_file_that_a_mail_program_opens(
    world: World, clock: Clock, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.VLOOT_DEMO, settings.EMAIL_HOST = True, ""
    settings.EMAIL_BACKEND = "vloot.ground.mail.folder.EmailBackend"
    settings.VLOOT_MAIL_FOLDER = tmp_path / "mail"
    parcels = []

    def twice(parcel: Any) -> None:
        parcels.append(parcel)
        carrier.carry(parcel)
        carrier.carry(parcel)

    monkeypatch.setitem(wiring.CARRIERS, "mail", twice)
    acts.tell_many([note(world.anna, world.bram), note(world.chris, world.bram)])
    assert after(clock) == len(parcels) == 2
    assert set(Delivery.objects.filter(channel="mail").values_list("outcome", flat=True)) == {Delivery.SENT}
    found = sorted((tmp_path / "mail").glob("*.eml"))
    letters = [message_from_bytes(path.read_bytes(), policy=default) for path in found]
    assert ["anna@" in str(letter["To"]) for letter in letters] == [True, False]
    assert all("named you" in str(letter["Subject"]) for letter in letters)
