"""The judge: a small trained model that reads two sentences and says whether they make one statement, and whether it fits."""
