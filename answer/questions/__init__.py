"""How a question is answered: read, evidence found and held to the gates, then a room for each kind of answer."""
