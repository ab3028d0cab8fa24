"""What the drawings show: the rows of the database as shapes, each with its words."""
