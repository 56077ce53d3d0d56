"""Python types to JSON schemas and back, and tools made of functions."""
