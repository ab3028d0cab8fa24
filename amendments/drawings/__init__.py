"""The geometry of the drawings: numbers in, shapes out. No Django, no words, no colours."""
