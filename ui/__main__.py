"""``python -m ui`` is ``memolens``, for environments where the command is not on the path."""

from ui.cli import main

if __name__ == "__main__":
    main()
