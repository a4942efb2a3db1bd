"""What stands on a PDF page: characters and drawn shapes, the same objects whichever library read them."""
