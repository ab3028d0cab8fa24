"""What programs read of quizzes, and practice that stores nothing."""
