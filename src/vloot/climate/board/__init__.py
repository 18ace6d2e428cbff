"""The board: what the company does because of a wave."""
