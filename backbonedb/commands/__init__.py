"""The commands, one module a noun: parse, one library call, print."""
