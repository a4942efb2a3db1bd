"""Tables that white space divides, with some rules or none."""
