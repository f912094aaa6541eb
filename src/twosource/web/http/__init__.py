"""The ledger for programs: JSON under ``/api/v1``, in the rows and names of the published tables."""
