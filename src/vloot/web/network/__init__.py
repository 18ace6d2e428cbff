"""The pages of the network room: the two questions, and the pilots."""
