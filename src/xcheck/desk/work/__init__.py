"""What the desk has done: reading and comparing, in processes of their own with limits."""
