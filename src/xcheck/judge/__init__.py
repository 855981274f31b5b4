"""The judge: a small trained model that says of two sentences whether they make one statement, and whether it fits."""
