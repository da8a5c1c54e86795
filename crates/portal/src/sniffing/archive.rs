//! Archives hidden in another file: one that opens as a photo here and unpacks there.

use memchr::memmem;

/// Where a ZIP's directory ends; unpackers look for it from the file's end.
const ZIP_END: &[u8] = b"PK\x05\x06";
/// The directory's end without the comment behind it, whose length is its last two bytes.
const ZIP_END_BYTES: usize = 22;
/// The longest comment.
const ZIP_COMMENT: usize = u16::MAX as usize;
/// What unpackers look for anywhere: RAR up to version 4, RAR 5, 7z. Six bytes or more
/// do not stand there by chance.
const ANYWHERE: [&[u8]; 3] = [
    b"Rar!\x1a\x07\x00",
    b"Rar!\x1a\x07\x01\x00",
    b"7z\xbc\xaf\x27\x1c",
];

/// Whether an unpacker would find an archive in the file.
pub(super) fn is_hidden_in(bytes: &[u8]) -> bool {
    ends_a_zip(bytes)
        || ANYWHERE
            .iter()
            .any(|signature| memmem::find(bytes, signature).is_some())
}

fn ends_a_zip(bytes: &[u8]) -> bool {
    let from = bytes.len().saturating_sub(ZIP_END_BYTES + ZIP_COMMENT);
    let tail = &bytes[from..];
    memmem::find_iter(tail, ZIP_END).any(|at| {
        let comment = tail.get(at + ZIP_END_BYTES - 2..at + ZIP_END_BYTES);
        comment.is_some_and(|length| {
            let length = usize::from(u16::from_le_bytes([length[0], length[1]]));
            at + ZIP_END_BYTES + length == tail.len()
        })
    })
}
