"""Claims of many reports -> families of reports, links, incidents, accounts, origins."""
