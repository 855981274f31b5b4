"""From a parsed document to its claim records: ``extract`` drives, and each slot has its own file."""
