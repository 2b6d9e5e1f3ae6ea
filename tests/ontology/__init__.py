"""The ontology is data, and its rules are tested like code."""
