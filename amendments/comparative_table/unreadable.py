class Unreadable(ValueError):
    """The file as a whole cannot be taken; nothing of it was."""
