//! What is in order is taken, and what is not is told apart.

use proptest::prelude::*;

use super::papers::{jpeg, locked_pdf, pdf, png, program, webp, zip};
use super::*;

/// One of each kind, in order.
fn each() -> [(Kind, Vec<u8>, Option<u32>); 4] {
    [
        (Kind::Pdf, pdf(3), Some(3)),
        (Kind::Jpeg, jpeg(640, 480), None),
        (Kind::Png, png(640, 480), None),
        (Kind::Webp, webp(640, 480), None),
    ]
}

#[test]
fn each_kind_is_known_by_its_inside_and_a_document_by_its_pages() {
    for (kind, bytes, pages) in each() {
        assert_eq!(look(&bytes), Finding::Sound { kind, pages });
    }
}

#[test]
fn a_file_cut_short_anywhere_is_never_taken() {
    for (kind, bytes, _) in each() {
        // The last byte of the PDF is a line's end, which nobody misses.
        for length in 0..bytes.len() - 1 {
            let finding = look(&bytes[..length]);
            assert!(
                matches!(finding, Finding::Faulty(_)),
                "{kind:?} of {length} bytes: {finding:?}"
            );
        }
    }
    let photo = jpeg(640, 480);
    assert_eq!(
        look(&photo[..photo.len() / 2]),
        Finding::Faulty(Fault::CutShort)
    );
}

#[test]
fn a_program_or_an_archive_is_no_photo_whatever_it_is_called() {
    assert_eq!(look(&program()), Finding::Faulty(Fault::Program));
    assert_eq!(look(&zip()), Finding::Faulty(Fault::Archive));
    assert_eq!(look(&[0; 4096]), Finding::Faulty(Fault::Strange));
}

#[test]
fn an_archive_behind_a_photo_or_a_document_is_found() {
    for (kind, bytes, _) in each() {
        let both = [bytes, zip()].concat();
        assert_eq!(look(&both), Finding::Faulty(Fault::TwoInOne), "{kind:?}");
    }
}

#[test]
fn what_phones_write_behind_a_photo_does_no_harm() {
    let film = [jpeg(640, 480), b"\0\0\0\x18ftypmp42 a short film".to_vec()].concat();
    let kind = Kind::Jpeg;
    assert_eq!(look(&film), Finding::Sound { kind, pages: None });
}

#[test]
fn a_document_with_a_password_and_one_without_pages_are_told_apart() {
    assert_eq!(look(&locked_pdf()), Finding::Faulty(Fault::Locked));
    assert_eq!(look(&pdf(0)), Finding::Faulty(Fault::Damaged));
}

#[test]
fn a_byte_changed_in_a_png_is_noticed() {
    let mut bytes = png(640, 480);
    bytes[60] ^= 1;
    assert_eq!(look(&bytes), Finding::Faulty(Fault::Damaged));
}

#[test]
fn a_picture_of_no_use_is_told_apart_by_its_size() {
    assert_eq!(look(&png(8, 8)), Finding::Faulty(Fault::Tiny));
    let mut huge = jpeg(640, 480);
    let frame = memchr::memmem::find(&huge, b"\xff\xc0").expect("a frame");
    huge[frame + 5..frame + 9].fill(0xff);
    assert_eq!(look(&huge), Finding::Faulty(Fault::Huge));
}

#[test]
fn every_fault_says_how_to_mend_it_in_both_languages() {
    for fault in [
        Fault::Heic,
        Fault::Picture,
        Fault::Document,
        Fault::Archive,
        Fault::Program,
        Fault::Recording,
        Fault::Strange,
        Fault::CutShort,
        Fault::Damaged,
        Fault::Locked,
        Fault::Tiny,
        Fault::Huge,
        Fault::TwoInOne,
        Fault::Flagged,
    ] {
        let text = fault.text(&Kind::ALL);
        assert!(text.vi.contains("Bạn"), "{fault:?}: {}", text.vi);
        assert!(text.en.is_some(), "{fault:?}");
        let of_type = fault.reason() == motcua_contract::upload::UploadRefusal::Type;
        assert_eq!(text.vi.contains("PDF, JPEG, PNG, WebP"), of_type);
    }
}

proptest! {
    #[test]
    fn no_bytes_however_broken_make_it_panic(
        which in 0..4_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40),
        kept in any::<prop::sample::Index>(),
    ) {
        let (_, mut bytes, _) = each()[which].clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let length = kept.index(bytes.len()) + 1;
        let _ = look(&bytes[..length]);
    }
}
