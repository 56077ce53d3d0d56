"""What a client offers, one module for each tag of the spec."""
