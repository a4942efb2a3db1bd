"""Word files, workbooks and files of separated values: their structure is written down, not guessed from a page."""
