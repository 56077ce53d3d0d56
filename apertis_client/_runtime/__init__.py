"""What generated code needs at run time. The only part of `apertis_client` written by hand."""
