"""Opinions: what reviews say of something, in their own sentences, and for how many that holds."""
