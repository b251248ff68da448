"""`python -m twosource`, the same as the command `twosource`."""

from twosource.surfaces.cli import main

if __name__ == "__main__":
    main()
