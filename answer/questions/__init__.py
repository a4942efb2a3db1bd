"""How a question is answered: it is read, evidence is found and held to the gates, and a room for each kind of answer."""
