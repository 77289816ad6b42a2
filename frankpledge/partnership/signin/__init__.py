"""Sign-in without passwords: a mailed code or link, a second step, an organisation's own."""
