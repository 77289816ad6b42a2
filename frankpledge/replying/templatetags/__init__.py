"""Tags of the pages behind a link."""
