"""When things happened: days before now, turned into moments at which a yard works."""

import random
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

OPENS, CLOSES = 5, 22  # hours of the earliest and the latest shift


class Calendar:
    """Moments before `now`, in the yard's own time; all of them in the past, none on a weekend.

    `now` must have a time zone.
    """

    def __init__(self, now: datetime, zone: str) -> None:
        self.now = now
        self._local = now.astimezone(ZoneInfo(zone))
        self._chance = random.Random(7)

    def day(self, days: int) -> date:
        """The date that many days before now (a negative number lies ahead)."""
        return (self._local - timedelta(days=days)).date()

    def ago(self, days: int, hour: int, minute: int = 0) -> datetime:
        """That hour, that many days ago; on the Friday before when it was a weekend, a day earlier when it has not come yet."""
        at = self._local - timedelta(days=days)
        at = at.replace(hour=hour, minute=minute, second=self._chance.randrange(60), microsecond=0)
        while at > self._local - timedelta(minutes=2) or at.weekday() > 4:
            at -= timedelta(days=1)
        return at

    def evening_before(self, at: datetime) -> datetime:
        """Half past five on the last working day before that of a moment."""
        evening = at.astimezone(self._local.tzinfo).replace(hour=17, minute=30, second=0) - timedelta(days=1)
        while evening.weekday() > 4:
            evening -= timedelta(days=1)
        return evening

    def after(self, at: datetime, by: timedelta) -> datetime | None:
        """So much later, in the next shift when that was at night; None when it has not come yet."""
        moment = (at + by).astimezone(self._local.tzinfo)
        if moment.hour < OPENS or moment.hour >= CLOSES:
            next_day = moment + timedelta(days=1 if moment.hour >= CLOSES else 0)
            moment = next_day.replace(hour=7, minute=self._chance.randrange(5, 55))
        if moment.weekday() > 4:
            moment += timedelta(days=7 - moment.weekday())
        moment += timedelta(seconds=self._chance.randrange(1, 50))
        return moment if moment < self._local else None
