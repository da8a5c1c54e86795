"""Starts Orca as /usr/bin/orca does, beside any other Orca of the same user: it would refuse, and
its `--replace` would end the other one."""

import importlib.machinery
import importlib.util
import sys

loader = importlib.machinery.SourceFileLoader("orca_start", "/usr/bin/orca")
start = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
loader.exec_module(start)
start.otherOrcas = lambda: []
sys.exit(start.main())
