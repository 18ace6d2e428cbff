// Everything here adds comfort; every page works without it.
import { code } from "./code.js";
import { app } from "./app.js";
import { ballots } from "./urn/ballot.js";
import { completion } from "./completion.js";
import { deeds } from "./deeds.js";
import { dialogs } from "./dialog.js";
import { drafts } from "./drafts.js";
import { find } from "./find.js";
import { forms } from "./forms.js";
import { gallery } from "./gallery.js";
import { kept } from "./kept.js";
import { live } from "./live.js";
import { menus } from "./menus.js";
import { push } from "./push.js";
import { quiet } from "./quiet.js";
import { quotes } from "./quotes.js";
import { similar } from "./similar.js";
import { uploads } from "./uploads.js";

for (const begin of [menus, forms, find, completion, uploads, drafts, similar, dialogs, deeds, live, quiet, gallery, quotes, code, app, push, kept, ballots]) begin();
