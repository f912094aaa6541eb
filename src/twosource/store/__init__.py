"""Where ledgers are kept: memory and SQL behind one wall."""
