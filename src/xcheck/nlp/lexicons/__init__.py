"""The lexicons under ``rules/lexicons``: one pydantic model a file, and the one function that loads them."""
