"""Mail that comes in: read it, see who answers what, do the one act, or say politely why not."""
