"""How a question is read and answered: one file for each kind of answer, and the gate that refuses."""
