"""What `make bench` measures: one module for each group of rows, each with `rows()`."""
