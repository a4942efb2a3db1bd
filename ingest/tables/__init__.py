"""Tables of a PDF, from geometry to cells.

``document_tables`` reads a file and ``page_tables`` a page. What they use lies in the order of the work: ``lines`` of
text and what is ``drawn``; tables that are ``ruled`` and those that are ``unruled``; their ``headers``; what is
``refused``; what only the ``whole`` document shows; and how much ``doubt`` is left.
"""
