"""Mail that goes out: one notice at once, or a digest."""
