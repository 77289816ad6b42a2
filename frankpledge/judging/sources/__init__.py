"""Where figures come from: each source gives Figures, and says in words why it has none."""
