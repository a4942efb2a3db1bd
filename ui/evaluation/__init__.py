"""memolens measures itself on the sample memos: what it reads and answers, when it keeps silent, how fast it is."""
