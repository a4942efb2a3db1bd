"""A pile of files to a folder of tables: read several at a time, written as they come, taken up where a run ended."""
