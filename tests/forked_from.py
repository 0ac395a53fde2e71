"""What a command or the server imports: imported once, before any of them is forked."""

import gc
import importlib
import pkgutil

from oversight import commands, disclosure, packs, panels, publishing, screening, server, slides

for _package in (commands, disclosure, packs, panels, publishing, screening, slides):
    for _module in pkgutil.walk_packages(_package.__path__, f"{_package.__name__}."):
        importlib.import_module(_module.name)
for _name in server.SLOW_TO_IMPORT:
    importlib.import_module(_name)
# What is forked need not walk, and so copy, what was there before.
gc.freeze()
