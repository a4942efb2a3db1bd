"""How the projects, figures and definitions of two memos are matched, and what changed."""
