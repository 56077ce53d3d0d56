"""What is particular to chat completions."""
