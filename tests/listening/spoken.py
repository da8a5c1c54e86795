"""Orca's speech, written down: one JSON line for each utterance, to the file that the
environment names. No sound, nothing to wait for."""

import json
import os
import time

from orca import speechserver


class SpeechServer(speechserver.SpeechServer):
    """A voice that writes."""

    _only = None

    @staticmethod
    def getFactoryName():
        return "Written down"

    @staticmethod
    def getSpeechServers():
        return [SpeechServer.getSpeechServer()]

    @staticmethod
    def getSpeechServer(info=None):
        if SpeechServer._only is None:
            SpeechServer._only = SpeechServer()
        return SpeechServer._only

    @staticmethod
    def shutdownActiveServers():
        SpeechServer._only = None

    def __init__(self):
        super().__init__()
        self._file = open(os.environ["SPOKEN_TO"], "a", encoding="utf-8", buffering=1)

    def _write(self, text):
        if text and text.strip():
            line = {"at": time.monotonic(), "text": text.strip()}
            self._file.write(json.dumps(line, ensure_ascii=False) + "\n")

    def getInfo(self):
        return ["Written down", "written"]

    def speak(self, text=None, acss=None, interrupt=True):
        self._write(text)

    def speakCharacter(self, character, acss=None):
        self._write(character)

    def sayAll(self, utteranceIterator, progressCallback):
        for context, _ in utteranceIterator:
            self._write(context.utterance)
            progressCallback(context.copy(), speechserver.SayAllContext.PROGRESS)
        progressCallback(context.copy(), speechserver.SayAllContext.COMPLETED)
