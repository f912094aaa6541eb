"""From a ledger to files; one module per format."""
