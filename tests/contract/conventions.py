"""Teaches Schemathesis the contract's one media type that it does not know, and what HTTP allows."""

import schemathesis

# tus 1.0: the bytes of a piece of a file.
schemathesis.serializer.alias("application/offset+octet-stream", "application/octet-stream")


@schemathesis.hook
def filter_case(context, case):
    """A request may bring headers that nobody asked for: no portal refuses it for that."""
    return "x-schemathesis-unknown-property" not in (case.headers or {})
