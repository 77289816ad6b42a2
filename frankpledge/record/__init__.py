"""Who changed what, when and why; and freezes, from which everything published comes."""
