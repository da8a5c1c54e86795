//! Room for a signature in a PDF: an incremental update (ISO 32000-2, 7.5.6) with an invisible
//! signature field on the first page, and a place for the signature to be written into.

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, ObjectIdentifier};

use super::signer::CADES;
use crate::moment::Moment;

/// The room for a signature with its certificate, in bytes.
const ROOM: usize = 4096;
/// The width of a number in the range that is covered.
const DIGITS: usize = 10;

/// A file with room for a signature.
pub(super) struct Prepared {
    file: Vec<u8>,
    /// Where the place for the signature begins, and where the file goes on.
    gap: (usize, usize),
}

impl Prepared {
    /// What is to be signed.
    pub(super) fn covered(&self) -> [&[u8]; 2] {
        [&self.file[..self.gap.0], &self.file[self.gap.1..]]
    }

    /// The file with its signature; nothing where that does not fit.
    pub(super) fn with(mut self, signature: &[u8]) -> Option<Vec<u8>> {
        if signature.len() > ROOM {
            return None;
        }
        let digits: String = signature.iter().map(|byte| format!("{byte:02x}")).collect();
        let from = self.gap.0 + 1;
        self.file[from..from + digits.len()].copy_from_slice(digits.as_bytes());
        Some(self.file)
    }
}

/// Makes room in a file as the portal writes them: with a plain table of objects and no form.
pub(super) fn prepare(file: &[u8], now: Moment) -> Option<Prepared> {
    let document = Pdf::new(file.to_vec()).ok()?;
    let root = document.xref().root_id();
    let catalogue: Dict<'_> = document.xref().get(root)?;
    let page = document.pages().first()?.raw().clone();
    let page_id = page.obj_id()?;
    let trailer = Trailer::of(file)?;
    let field = trailer.size;
    let value = field + 1;
    if catalogue.contains_key("AcroForm") {
        return None;
    }
    let form = format!("/AcroForm<</Fields[{field} 0 R]/SigFlags 3>>");
    let annotations = annotations(&page, field)?;

    let mut update = Update::new(file);
    update.object(root, &with_entry(&catalogue, &form)?);
    update.object(page_id, &annotations);
    let widget = format!(
        "<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature1)/V {value} 0 R/P {} {} R\
         /Rect[0 0 0 0]/F 130>>",
        page_id.obj_number, page_id.gen_number
    );
    update.object(ObjectIdentifier::new(field, 0), widget.as_bytes());
    let gap = update.signature(value, &pdf_time(now));
    update.finish(&trailer, value + 1, gap)
}

/// The page with a widget among its annotations.
fn annotations(page: &Dict<'_>, widget: u32) -> Option<Vec<u8>> {
    if page.contains_key("Annots") {
        // The portal's papers have none: no link, no note.
        let none = page.get::<Array<'_>>("Annots")?.raw_iter().next().is_none();
        return none.then(|| with_entry(page, &format!("/Annots[{widget} 0 R]")))?;
    }
    with_entry(page, &format!("/Annots[{widget} 0 R]"))
}

/// A dictionary's text with one entry more.
fn with_entry(dictionary: &Dict<'_>, entry: &str) -> Option<Vec<u8>> {
    let text = dictionary.data().trim_ascii();
    let open = text.strip_suffix(b">>")?;
    Some([open, entry.as_bytes(), b">>"].concat())
}

/// What a file's last trailer says.
struct Trailer {
    /// One more than the highest number of an object.
    size: u32,
    /// Where the table of objects is.
    table: u64,
    /// The entries that an update repeats, as they stand.
    kept: Vec<u8>,
}

impl Trailer {
    fn of(file: &[u8]) -> Option<Self> {
        let at = memchr::memmem::rfind(file, b"trailer")?;
        let start = memchr::memmem::rfind(file, b"startxref")?;
        let text = file.get(at + "trailer".len()..start)?.trim_ascii();
        let text = text.strip_prefix(b"<<")?.strip_suffix(b">>")?;
        let end = memchr::memmem::find(&file[start..], b"%%EOF")?;
        let table = std::str::from_utf8(&file[start + "startxref".len()..start + end]).ok()?;
        let table: u64 = table.trim().parse().ok()?;
        let from = memchr::memmem::find(text, b"/Size")?;
        let number = text[from + "/Size".len()..].trim_ascii_start();
        let digits = number
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let size = std::str::from_utf8(&number[..digits]).ok()?.parse().ok()?;
        let plain = file
            .get(usize::try_from(table).ok()?..)?
            .starts_with(b"xref");
        plain.then(|| Self {
            size,
            table,
            kept: [&text[..from], &number[digits..]].concat(),
        })
    }
}

/// An update under construction.
struct Update {
    file: Vec<u8>,
    /// Which object begins where.
    places: Vec<(ObjectIdentifier, usize)>,
}

/// Where the parts of a signature's dictionary are that are filled in last.
struct Gap {
    range: usize,
    from: usize,
    to: usize,
}

impl Update {
    fn new(file: &[u8]) -> Self {
        let mut file = file.to_vec();
        file.push(b'\n');
        Self {
            file,
            places: Vec::new(),
        }
    }

    fn object(&mut self, id: ObjectIdentifier, text: &[u8]) {
        self.places.push((id, self.file.len()));
        let head = format!("{} {} obj\n", id.obj_number, id.gen_number);
        self.file.extend_from_slice(head.as_bytes());
        self.file.extend_from_slice(text);
        self.file.extend_from_slice(b"\nendobj\n");
    }

    /// The signature's dictionary, with room where it will stand and for what it will cover.
    fn signature(&mut self, number: u32, time: &str) -> Gap {
        let head =
            format!("<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/{CADES}/M({time})/ByteRange[");
        let room = " ".repeat(4 * (DIGITS + 1));
        let text = format!("{head}{room}]/Contents<{}>>>", "0".repeat(2 * ROOM));
        let id = ObjectIdentifier::new(number, 0);
        let start = self.file.len() + format!("{number} 0 obj\n").len();
        self.object(id, text.as_bytes());
        let from = start + head.len() + room.len() + "]/Contents".len();
        Gap {
            range: start + head.len(),
            from,
            to: from + 2 * ROOM + 2,
        }
    }

    fn finish(mut self, trailer: &Trailer, size: u32, gap: Gap) -> Option<Prepared> {
        let table = self.file.len();
        self.places.sort_by_key(|(id, _)| id.obj_number);
        let mut text = String::from("xref\n");
        for (id, place) in &self.places {
            let (number, generation) = (id.obj_number, id.gen_number);
            text += &format!("{number} 1\n{place:010} {generation:05} n \n");
        }
        self.file.extend_from_slice(text.as_bytes());
        self.file.extend_from_slice(b"trailer\n<<");
        self.file.extend_from_slice(&trailer.kept);
        let rest = format!(
            "/Size {size}/Prev {}>>\nstartxref\n{table}\n%%EOF\n",
            trailer.table
        );
        self.file.extend_from_slice(rest.as_bytes());
        let range = format!("0 {} {} {}", gap.from, gap.to, self.file.len() - gap.to);
        let room = self.file.get_mut(gap.range..gap.range + range.len())?;
        room.copy_from_slice(range.as_bytes());
        Some(Prepared {
            file: self.file,
            gap: (gap.from, gap.to),
        })
    }
}

/// A moment as PDF writes it, in Vietnam's time.
fn pdf_time(at: Moment) -> String {
    let digits: String = at
        .rfc3339()
        .chars()
        .take(19)
        .filter(char::is_ascii_digit)
        .collect();
    format!("D:{digits}+07'00'")
}
