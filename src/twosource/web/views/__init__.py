"""Records of the ledger in, what one page shows of them out: every text ready to be laid out, none is markup."""
