"""Train the judge: a small cross-encoder that reads two sentences. See training/README.md."""
