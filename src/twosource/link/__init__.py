"""From claims to events: blocking, comparing, clustering."""
