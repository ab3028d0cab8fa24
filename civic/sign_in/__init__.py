"""How editors sign in: a password, then a second factor; few tries; and for a working day."""
