"""Answers as mail programs shape them, written for these tests: (program, text, what its sender wrote)."""
# ruff: noqa: E501  # as the programs write them

OWN = "vloot@example.org"
ADDRESS = "vloot+aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.org"
QUOTED = "> How high may the crane go?\n>\n> Bram\n"
OLD = "How high may the crane go?\n\nBram\n"

PLAIN = {
    "no quote": ("Three metres.\n", "Three metres."),
    "gmail, en": (
        f"Three metres.\n\nOn Mon, 2 Mar 2026 at 09:00, Bram (Vloot) <{ADDRESS}>\nwrote:\n\n{QUOTED}",
        "Three metres.",
    ),
    "gmail, nl": (
        f"Drie meter.\n\nOp ma 2 mrt 2026 om 09:00 schreef Bram (Vloot) <\n{ADDRESS}>:\n\n{QUOTED}",
        "Drie meter.",
    ),
    "gmail, fr": (
        f"Trois mètres.\n\nLe lun. 2 mars 2026 à 09:00, Bram (Vloot) <{ADDRESS}>\na écrit :\n\n{QUOTED}",
        "Trois mètres.",
    ),
    "apple mail, nl": (
        "Drie meter.\n\nGroet, Anna\n\n> Op 2 mrt 2026, om 09:00 heeft Bram <vloot@example.org> het volgende geschreven:\n> \n"
        + QUOTED,
        "Drie meter.\n\nGroet, Anna",
    ),
    "apple mail, nl, not marked": (
        f"Drie meter.\n\nOp 2 mrt 2026 om 09:00 heeft Bram <{ADDRESS}> het volgende\ngeschreven:\n\n{QUOTED}",
        "Drie meter.",
    ),
    "iphone, en": (
        f"Three metres.\n\nSent from my iPhone\n\n> On 2 Mar 2026, at 09:00, Bram <{ADDRESS}> wrote:\n> \n> {QUOTED}",
        "Three metres.",
    ),
    "iphone, nl": (
        f"Drie meter\n\nVerstuurd vanaf mijn iPhone\n\n> Op 2 mrt. 2026 om 09:00 heeft Bram <{ADDRESS}> het volgende geschreven:\n> \n> ﻿\n{QUOTED}",
        "Drie meter",
    ),
    "iphone, fr": (
        f"Trois mètres\n\nEnvoyé de mon iPhone\n\n> Le 2 mars 2026 à 09:00, Bram <{ADDRESS}> a écrit :\n> \n{QUOTED}",
        "Trois mètres",
    ),
    "outlook, en": (
        f"Three metres.\n\nKind regards,\nAnna\n\nFrom: Bram (Vloot) <{ADDRESS}>\nSent: Monday, 2 March 2026 09:00\nTo: Anna Peeters\nSubject: How high may it go?\n\n{OLD}",
        "Three metres.\n\nKind regards,\nAnna",
    ),
    "outlook, nl": (
        f"Drie meter.\n\nMet vriendelijke groet,\nAnna\n\nVan: Bram (Vloot) <{ADDRESS}>\nVerzonden: maandag 2 maart 2026 09:00\nAan: Anna Peeters\nOnderwerp: Hoe hoog?\n\n{OLD}",
        "Drie meter.\n\nMet vriendelijke groet,\nAnna",
    ),
    "outlook, fr": (
        f"Trois mètres.\n\nDe : Bram (Vloot) <{ADDRESS}>\nEnvoyé : lundi 2 mars 2026 09:00\nÀ : Anna Peeters\nObjet : Quelle hauteur ?\n\n{OLD}",
        "Trois mètres.",
    ),
    "outlook on a phone, nl": (
        f"Drie meter\n\nOutlook voor Android downloaden<https://aka.ms/x>\n________________________________\nVan: Bram <{ADDRESS}>\nVerzonden: maandag 2 maart 2026 09:00:00\nAan: Anna <anna@vloot.example>\nOnderwerp: Hoe hoog?\n\n{OLD}",
        "Drie meter",
    ),
    "outlook on a phone, en": (
        f"Three metres\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFrom: Bram <{ADDRESS}>\nSent: Monday, March 2, 2026 9:00:00 AM\nTo: Anna <anna@vloot.example>\nSubject: How high?\n\n{OLD}",
        "Three metres",
    ),
    "outlook on a phone, fr": (
        f"Trois mètres\n\nTélécharger Outlook pour Android<https://aka.ms/x>\n________________________________\nDe : Bram <{ADDRESS}>\nEnvoyé : lundi 2 mars 2026 09:00\nÀ : Anna\nObjet : Hauteur\n\n{OLD}",
        "Trois mètres",
    ),
    "outlook, old": (
        f"Three metres.\n\n-----Original Message-----\nFrom: Bram\nSent: Monday\nTo: Anna\nSubject: High?\n\n{OLD}",
        "Three metres.",
    ),
    "outlook, old, nl": (
        f"Drie meter.\n\n-----Oorspronkelijk bericht-----\nVan: Bram\nVerzonden: maandag\n\n{OLD}",
        "Drie meter.",
    ),
    "samsung, nl": (
        f"Drie meter\n\n\n\nVerzonden vanaf mijn Galaxy\n\n\n-------- Oorspronkelijk bericht --------\nVan: Bram <{ADDRESS}>\nDatum: 02-03-2026 09:00 (GMT+01:00)\nAan: anna@vloot.example\nOnderwerp: Hoe hoog?\n\n{OLD}",
        "Drie meter",
    ),
    "samsung, fr": (
        f"Trois mètres\n\nEnvoyé depuis mon appareil Galaxy\n\n-------- Message d'origine --------\nDe : Bram <{ADDRESS}>\nDate : 02/03/2026 09:00\nÀ : anna\nObjet : Hauteur\n\n{OLD}",
        "Trois mètres",
    ),
    "thunderbird, nl": (f"Drie meter.\n\nOp 02-03-2026 om 09:00 schreef Bram:\n{QUOTED}", "Drie meter."),
    "thunderbird, nl, below the quote": (
        f"Bram schreef op 02-03-2026 om 09:00:\n{QUOTED}\nDrie meter.\n\nAnna",
        "Drie meter.\n\nAnna",
    ),
    "thunderbird, en": (f"Three.\n\nOn 02/03/2026 09:00, Bram wrote:\n{QUOTED}", "Three."),
    "thunderbird, fr": (f"Trois.\n\nLe 02/03/2026 à 09:00, Bram a écrit :\n{QUOTED}", "Trois."),
    "between the lines": (
        "On 02/03/2026 09:00, Bram wrote:\n> How high?\n\nThree metres.\n\n> And how heavy?\n\nTwo tonnes.\n\n> Bram\n",
        "Three metres.\n\nTwo tonnes.",
    ),
    "with a signature": (
        "Three metres.\n\n-- \nAnna Peeters\nPlanner, Harbour Works\n+31 6 1234\n\nOn 02/03/2026 09:00, Bram wrote:\n"
        + QUOTED,
        "Three metres.",
    ),
    "a signature in the quote, the answer below": (
        "On 02/03/2026 09:00, Bram wrote:\n> How high?\n> -- \n> Bram\n\nThree metres.",
        "Three metres.",
    ),
    "proton": (
        f"Three metres.\n\nSent with Proton Mail secure email.\n\nOn Monday, March 2nd, 2026 at 9:00 AM, Bram <{ADDRESS}> wrote:\n\n{QUOTED}",
        "Three metres.",
    ),
    "web mail that marks nothing": (
        f"Three metres.\n\nOn 2026-03-02 09:00, Bram <{ADDRESS}> wrote:\n\n{OLD}",
        "Three metres.",
    ),
    "roundcube, nl": (f"Drie meter.\n\nBram schreef op 2026-03-02 09:00:\n{QUOTED}", "Drie meter."),
    "gmail with the date first": (
        f"Three.\n\n2026-03-02 9:00 GMT+01:00 Bram <{ADDRESS}>:\n\n{QUOTED}",
        "Three.",
    ),
    "a program we do not know, in a language we do not speak": (
        f"Kolme metriä.\n\nma 2.3.2026 klo 9.00 Bram ({ADDRESS}) kirjoitti:\n\n{QUOTED}",
        "Kolme metriä.",
    ),
    "forwarded on": (
        f"Look at this\n\n---------- Forwarded message ---------\nFrom: Bram\nDate: Mon\nSubject: x\n\n{OLD}",
        "Look at this",
    ),
    "a colon is no quote": (
        "On Monday we agreed:\n\n- three metres\n- two tonnes",
        "On Monday we agreed:\n\n- three metres\n- two tonnes",
    ),
    "words about a phone are no farewell": (
        "Sent from my phone? No, but the crane was.\n\nAnna",
        "Sent from my phone? No, but the crane was.\n\nAnna",
    ),
    "a line drawn by hand": ("One\n\n----------\n\nTwo", "One\n\n----------\n\nTwo"),
    "a letter that begins with From": (
        "From: the crane's book, page 3\n\nThree metres.",
        "From: the crane's book, page 3\n\nThree metres.",
    ),
    "windows line ends": ("Three.\r\n\r\nOn 02/03/2026 09:00, Bram wrote:\r\n> How?\r\n", "Three."),
    "only a quote": (f"On 02/03/2026 09:00, Bram wrote:\n{QUOTED}", ""),
}

_OLD = "<p>How high may the crane go?</p>"
HTML = {
    "gmail": (
        f'<div dir="ltr">Three metres.<div><br></div><div>And <b>two</b> tonnes.</div></div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, 2 Mar 2026 at 09:00, Bram &lt;<a href="mailto:{ADDRESS}">{ADDRESS}</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex">{_OLD}</blockquote></div>',
        "Three metres.\n\nAnd two tonnes.",
    ),
    "outlook": (
        f'<html><head><style>p {{ color: red }}</style></head><body><div class="WordSection1"><p class="MsoNormal">Drie meter.</p><p class="MsoNormal">Groet, Anna</p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>Van:</b> Bram<br><b>Verzonden:</b> maandag</p></div>{_OLD}</div></body></html>',
        "Drie meter.\n\nGroet, Anna",
    ),
    "outlook on the web": (
        f'<div>Three metres.</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg" dir="ltr"><b>From:</b> Bram</div>{_OLD}',
        "Three metres.",
    ),
    "apple": (
        f'<html><body>Trois mètres.<div><br><blockquote type="cite"><div>Le 2 mars 2026 à 09:00, Bram &lt;{ADDRESS}&gt; a écrit :</div>{_OLD}</blockquote></div></body></html>',
        "Trois mètres.",
    ),
    "a list and a link": (
        '<p>See:</p><ul><li>one</li><li><a href="https://x.example/a">the plan</a></li></ul><script>alert(1)</script>',
        "See:\n\n- one\n- the plan <https://x.example/a>",
    ),
    "a signature": (
        '<div>Three.</div><div class="gmail_signature"><div>Anna<br>Planner</div></div><div>P.S. Four.</div>',
        "Three.\nP.S. Four.",
    ),
    "lines that matter": ("<pre>a\n  b\n</pre>", "a\n  b"),
}
