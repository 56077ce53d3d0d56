"""What goes wrong: the tree of exceptions, error bodies read, keys kept out of messages."""
