"""How sure it is that a table was read rightly."""
