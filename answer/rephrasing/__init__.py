"""An optional language model may reword an answer that was found; it never finds one.

``rephrase.py`` is the table of contents: the question and the cited words go to the endpoint that the settings name
(``endpoint.py``, ``client.py``), as data (``messages.py``), and what comes back is shown only if it says the same
(``wording.py``, ``guard.py``). Without an endpoint nothing here is run, imported or sent.
"""
