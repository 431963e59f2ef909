"""CPU time a request of the query API, against the least and against the usual way."""
