"""The pages of the living room: each view reads cards, or translates one form into one act."""
