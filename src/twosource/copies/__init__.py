"""From articles to copy groups: who copied which sentences from whom."""
