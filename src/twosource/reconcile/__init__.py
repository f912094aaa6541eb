"""From an event's claims to its figures: rules, agreement, voices."""
