"""What English text says: its sentences, its names, its words. It knows nothing of films or of ours."""
