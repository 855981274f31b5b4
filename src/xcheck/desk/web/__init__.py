"""The desk's pages: Starlette's requests and answers. It compares nothing and keeps nothing itself."""
