"""What any English memo writes: sentences, dates, sums, figures; and the one place that loads spaCy."""
