//! Words of following a dossier by its code.

messages! {
    looking: "Đang tra cứu…" / "Looking it up…";
    looking_for: "Đang tra cứu hồ sơ {code}…" / "Looking up dossier {code}…";
    found: "Đã thấy hồ sơ: {status}." / "Found: {status}.";
    found_title: "Hồ sơ {code}" / "Dossier {code}";
    promised: "Hẹn trả:" / "Promised:";
    none: "Cổng không có hồ sơ nào khớp với những gì bạn nhập." / "The portal has no dossier that fits what you typed.";
    none_why: "So lại từng chữ với giấy tiếp nhận. Hồ sơ nộp trên cổng khác thì tra cứu ở cổng đó." / "Compare it with your receipt, letter by letter. A dossier filed on another portal is looked up there.";
    locked: "Có quá nhiều lần tra cứu từ đây. Bạn chờ một lát rồi thử lại." / "Too many lookups came from here. Wait a while, then try again.";
    locked_for: "Có quá nhiều lần tra cứu từ đây. Bạn thử lại sau {n} phút." / "Too many lookups came from here. Try again in {n} min.";
    proof_lead: "Bạn là người nộp? Nhập thêm bốn chữ số để xem hẹn trả và diễn biến." / "Did you file it? Four digits more show the promised date and what happened.";
    proof_which: "Bốn số cuối của" / "The last four digits of";
    proof_phone: "điện thoại đã khai khi nộp" / "the telephone given when it was filed";
    proof_citizen_id: "số định danh của người nộp" / "the applicant’s citizen ID number";
    proof_label: "Bốn số cuối của {of}" / "The last four digits of {of}";
    proof_shape: "Nhập đúng bốn chữ số." / "Type exactly four digits.";
    proof_wrong: "Bốn chữ số không khớp với hồ sơ này." / "The four digits do not fit this dossier.";
    scan: "Chụp mã QR trên giấy hẹn" / "Photograph the receipt’s QR code";
    scanning: "Đang đọc mã QR…" / "Reading the QR code…";
    scan_no_code: "Không thấy mã QR trong ảnh. Bạn chụp gần hơn, đủ sáng, giữ thẳng; hoặc gõ mã vào ô trên." / "There is no QR code in the picture. Go closer, with enough light, and hold it straight; or type the code above.";
    scan_no_picture: "Trình duyệt không đọc được ảnh này. Bạn chụp lại, hoặc gõ mã vào ô trên." / "The browser cannot read this picture. Take another one, or type the code above.";
}
