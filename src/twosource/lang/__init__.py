"""Language data: lexicons, one folder per language."""
