"""From a report to an article: main text, metadata, dates, credits, language."""
