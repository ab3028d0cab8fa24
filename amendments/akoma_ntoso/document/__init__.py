"""What a document says, and how the standard names it."""
