"""An incident -> what its page shows beside its accounts: why it is counted so, its course in time, where it was."""
