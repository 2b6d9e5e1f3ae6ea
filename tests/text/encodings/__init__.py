"""Text in the encodings that Vietnamese had before Unicode."""
