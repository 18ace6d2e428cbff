// Everything here adds comfort; every page works without it.
import { completion } from "./completion.js";
import { deeds } from "./deeds.js";
import { dialogs } from "./dialog.js";
import { drafts } from "./drafts.js";
import { find } from "./find.js";
import { forms } from "./forms.js";
import { live } from "./live.js";
import { menus } from "./menus.js";
import { quiet } from "./quiet.js";
import { similar } from "./similar.js";
import { uploads } from "./uploads.js";

for (const begin of [menus, forms, find, completion, uploads, drafts, similar, dialogs, deeds, live, quiet]) begin();
