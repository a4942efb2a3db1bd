"""From a person's or a program's wish to calls on the rooms to the left: command line, web page, REST.

``workspace`` is the one place that wires the rooms together; everything else here only calls it.
"""
