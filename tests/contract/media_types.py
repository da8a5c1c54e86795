"""Teaches Schemathesis the contract's one media type that it does not know."""

import schemathesis

# tus 1.0: the bytes of a piece of a file.
schemathesis.serializer.alias("application/offset+octet-stream", "application/octet-stream")
