//! Small files with a signature, made so that each part of them can be wrong.

use crate::moment::Moment;
use crate::sandbox::authority;
use crate::signed::anchors::Anchors;
use crate::signed::key::Digest;
use crate::signed::seal::Seal;

/// Noon in Vietnam on 20 November 2026.
pub(super) const NOON: Moment = Moment::from_unix(1_795_150_800);
/// The room for a signature, in bytes.
const ROOM: usize = 1500;

/// A seal, and who trusts its authority.
pub(super) fn sealed(made_at: Moment) -> (Seal, Anchors) {
    let seal = Seal::read(&authority::seal(made_at)).expect("a seal");
    let mut anchors = Anchors::default();
    seal.trust(&mut anchors).expect("an authority");
    (seal, anchors)
}

/// A file under construction whose form has two signature fields.
pub(super) struct Draft(Vec<u8>);

/// What stands in a signature's dictionary, where that is not as it should be.
#[derive(Default)]
pub(super) struct Wrong {
    pub(super) range: Option<&'static str>,
    pub(super) contents: Option<Vec<u8>>,
    pub(super) form: Option<&'static str>,
    pub(super) time: Option<&'static str>,
}

impl Draft {
    /// A page, and two fields whose values are not there yet.
    pub(super) fn new() -> Self {
        let mut draft = Self(b"%PDF-1.7\n".to_vec());
        let objects = [
            "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R 5 0 R]/SigFlags 3>>>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
            "<</FT/Sig/T(A)/V 6 0 R>>",
            "<</FT/Sig/T(B)/V 7 0 R>>",
        ];
        let objects = (1..).zip(objects.map(str::to_owned));
        draft.write(objects.collect(), false);
        draft
    }

    pub(super) fn bytes(self) -> Vec<u8> {
        self.0
    }

    /// The file with the value of a field (6 or 7), signed.
    pub(super) fn signed(mut self, number: usize, seal: &Seal, wrong: &Wrong) -> Self {
        let range = " ".repeat(50);
        let form = wrong.form.unwrap_or("ETSI.CAdES.detached");
        let time = wrong.time.unwrap_or("D:20261120120000+07'00'");
        let start = self.0.len();
        let place = "0".repeat(2 * ROOM);
        let value = format!(
            "<</Type/Sig/SubFilter/{form}/M({time})/ByteRange[{range}]/Contents<{place}>>>"
        );
        self.write(vec![(number, value)], true);
        let find = |text: &[u8], from: usize| {
            memchr::memmem::find(&self.0[from..], text).expect("written above") + from
        };
        let from = find(b"/Contents<", start) + "/Contents".len();
        let to = from + 2 * ROOM + 2;
        let at = find(b"/ByteRange[", start) + "/ByteRange[".len();
        let usual = format!("0 {from} {to} {}", self.0.len() - to);
        let range = wrong.range.unwrap_or(&usual).as_bytes();
        self.0[at..at + range.len()].copy_from_slice(range);
        let digest = Digest::Sha256.digest([&self.0[..from], &self.0[to..]]);
        let contents = match &wrong.contents {
            Some(contents) => contents.clone(),
            None => seal.signed_data(&digest).expect("a signature"),
        };
        let digits: String = contents.iter().map(|byte| format!("{byte:02x}")).collect();
        self.0[from + 1..][..digits.len()].copy_from_slice(digits.as_bytes());
        self
    }

    /// The file with something added that nobody signed.
    pub(super) fn added(mut self) -> Self {
        let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]>>".to_owned();
        self.write(vec![(3, page)], true);
        self
    }

    /// Writes objects, a table of them and a trailer.
    fn write(&mut self, objects: Vec<(usize, String)>, update: bool) {
        let before = update.then(|| {
            let text = String::from_utf8_lossy(&self.0);
            let last = text.rsplit("startxref\n").next().expect("an end");
            last.lines().next().expect("a place").to_owned()
        });
        let mut table = String::from("xref\n");
        for (number, object) in objects {
            table += &format!("{number} 1\n{:010} 00000 n \n", self.0.len());
            self.0
                .extend(format!("{number} 0 obj\n{object}\nendobj\n").into_bytes());
        }
        let start = self.0.len();
        let before = before.map_or_else(String::new, |place| format!("/Prev {place}"));
        let end =
            format!("{table}trailer\n<</Size 8/Root 1 0 R{before}>>\nstartxref\n{start}\n%%EOF\n");
        self.0.extend(end.into_bytes());
    }
}
