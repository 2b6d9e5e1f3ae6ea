"""The ontology and the gazetteer as the software reads them."""
