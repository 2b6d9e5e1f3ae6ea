"""Text without a domain: what is promised of every text is tried on many."""
