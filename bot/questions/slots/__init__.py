"""What a sentence says of which reviews are meant, each kind of it read apart from what is asked."""
