"""Sources to rows: parse a whole source, then write it in one transaction."""
