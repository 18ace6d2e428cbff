"""The pages of the room of the experts: who knows about what."""
