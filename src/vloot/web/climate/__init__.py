"""The pages of the climate: waves and results, and what changes because of them."""
