"""From an annotated article to statements and claims."""
