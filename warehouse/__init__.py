"""The published warehouse: Parquet and DuckDB files of the database, to read beside all writers.

    columns, relations   what is published: columns, and tables as they are
    accuracy, speed, wide
                         relations for people; dictionary: their documentation
    origin               which database a folder of versions is for
    extract              one state of the database, streamed as Arrow
    build                the files of one version
    store                the folder of versions: manifest, switch, clean-up
    publish              from the database to the next version
    reader               the current version, opened for reading
    questions, export    named questions, and rows as files
    sandbox, http        answers over HTTP

Imports ``db`` only.
"""
