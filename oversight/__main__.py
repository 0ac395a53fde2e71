"""The command line, `python -m oversight`."""

import sys

from oversight.commands import main

if __name__ == "__main__":
    sys.exit(main())
