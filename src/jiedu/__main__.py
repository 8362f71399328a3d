"""``python -m jiedu``."""

from jiedu.cli import main

if __name__ == "__main__":
    main()
