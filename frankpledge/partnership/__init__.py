"""Who: organisations, people, sign-in; partnerships, memberships, posts, groups and roles."""
