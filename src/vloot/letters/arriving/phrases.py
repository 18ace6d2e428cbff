"""How mail programs, in Dutch, French, English and German, introduce what was said before and say where they were written."""

import re

_I = re.IGNORECASE

# "-----Original Message-----" and its kin.
ORIGINAL = re.compile(
    r"^[ *_]*-{2,}\s*(?:original message|original appointment|oorspronkelijk bericht|oorspronkelijke? (?:mail|e-mail)"
    r"|origineel bericht|message d['’]origine|message original|e-mail d['’]origine|ursprüngliche nachricht"
    r"|forwarded message|doorgestuurd bericht|message transféré|weitergeleitete nachricht|reply message"
    r"|antwoord bericht)\s*-{2,}[ *_]*$",
    _I,
)
# A line drawn across, as Outlook on a phone does above the headers.
RULE = re.compile(r"^\s*(?:_{5,}|-{10,}|={10,})\s*$")
FROM = re.compile(r"^\s*\**(?:from|van|de|von|expéditeur|afzender)\s?:\**\s?\S.*$", _I)
HEADER = re.compile(
    r"^\s*\**(sent|date|to|cc|subject|verzonden(?: op)?|verstuurd|datum|aan|onderwerp|envoyé(?: le)?|à|objet|gesendet|an"
    r"|betreff|reply-to|antwoord aan|répondre à|importance|urgentie)\s?:\**(?:\s|$)",
    _I,
)
# A quote's introduction names a moment: a year, a time of day, or a day by its number.
DATED = re.compile(r"\d{4}|\d{1,2}[:.h]\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2}|<[^<>\s]+@[^<>\s]+>")
WROTE_AT_END = re.compile(r"(?:wrote|schreef|écrit|schrieb|geschreven)\s*[:：]?\s*$", _I)
WROTE = (
    re.compile(r"^On\b.{4,300}\bwrote\s?[:：]?$", _I),
    re.compile(r"^Op\b.{4,300}\b(?:schreef|geschreven|schreven?)\b.{0,160}[:：]$", _I),
    re.compile(r"^(?:Le|Am|Il)\b.{4,300}(?:écrit|schrieb|scritto).{0,160}[:：]$", _I),
    re.compile(r"^\S.{1,160}\b(?:schreef|wrote|écrit|schrieb)\b.{0,200}[:：]$", _I),
    re.compile(r"^\d{4}-\d{2}-\d{2}.{4,200}<[^<>\s]+@[^<>\s]+>\s?[:：]$"),
    re.compile(r"^\S.{1,120}<[^<>\s]+@[^<>\s]+>\s?(?:schreef|wrote|a écrit).{0,120}[:：]$", _I),
)
PHONE = re.compile(
    r"^\s*(?:sent from (?:my|mail|outlook|yahoo|proton|samsung|the|gmail)\b.{0,80}|sent via .{0,60}"
    r"|sent with proton ?mail.{0,60}|get outlook for .{0,60}"
    r"|(?:verzonden|verstuurd|gestuurd) (?:vanaf|vanuit|met|via|van) .{0,80}|outlook voor \S+ (?:downloaden|ophalen).{0,60}"
    r"|(?:download|haal) outlook voor .{0,60}|envoyé (?:de mon|depuis|à partir d|avec|via|de) ?.{0,80}"
    r"|(?:télécharge[zr]|obtenir|obtenez) outlook pour .{0,60}|von meinem .{0,40} gesendet)\s*$",
    _I,
)
