"""What makes the generated pages: each module gives the text of one kind of page from code and data."""
