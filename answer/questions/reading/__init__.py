"""How a question is read: its words, spelling, shape, time, parts and the fields and projects that it names."""
