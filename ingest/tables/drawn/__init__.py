"""What is drawn on the page: rules, painted areas, charts."""
