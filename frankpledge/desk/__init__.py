"""The signed-in face: it gathers from queries and sends what people type to changes."""
