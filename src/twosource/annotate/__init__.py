"""From an article to its annotations: tokens, names, numbers, times, places, quotations."""
