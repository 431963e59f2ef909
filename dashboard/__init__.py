"""The web page: static files that ask the public GraphQL API and nothing else."""
