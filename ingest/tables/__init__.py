"""Tables on a page: from rules and white space to rectangular grids of cells, also over page breaks."""
