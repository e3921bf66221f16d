"""What can be asked: one `Question` per kind, and the ways that words become one."""
