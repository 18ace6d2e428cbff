"""The pages of the room where people meet: coffee rounds."""
