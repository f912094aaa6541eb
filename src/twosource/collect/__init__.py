"""From inputs (files, folders, rows) to reports; the only stage that touches the world."""
