"""What a backup holds beside the database."""

from vloot.config import TOML

FILES = "files"
# What lies in the data folder. The rest of it is made anew.
PARTS = ("secret.key", "push.key", TOML, FILES)
