"""A call: its settings and options, what is sent, its attempts and limits, the decoded answer."""
