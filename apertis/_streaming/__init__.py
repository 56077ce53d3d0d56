"""Event streams, and the stream classes of any endpoint."""
