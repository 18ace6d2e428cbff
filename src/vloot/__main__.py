"""`python -m vloot` is the same program as `vloot`."""

from vloot.cli import main

raise SystemExit(main())
