"""Documents out: a plan file becomes the bytes of a document that can be read back."""
