"""What Orca reads at its start, from the folder that `-u` names: the voice of spoken.py, nothing
that speaks of keys, nothing on a braille line."""

import orca.settings

orca.settings.speechServerFactory = "spoken"
orca.settings.speechFactoryModules = ["spoken"]
orca.settings.enableKeyEcho = False
orca.settings.enableEchoByWord = False
orca.settings.enableBraille = False
orca.settings.enableBrailleMonitor = False
orca.settings.enableSound = False
