"""Fit the models that decide with the judge. See training/README.md."""
