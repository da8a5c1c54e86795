//! Words of the list of one's dossiers.

messages! {
    needing_you: "Có {n} hồ sơ đang chờ bạn." / "{n} dossier(s) wait for you.";
    for_whom: "Cho:" / "For:";
    filed_by: "Người nộp thay:" / "Filed by:";
    until: "Chậm nhất {time}." / "By {time}.";
    promised: "Hẹn trả {day}" / "Promised for {day}";
    unread: "{n} tin nhắn chưa đọc" / "{n} unread message(s)";
    unread_of: "{n} tin nhắn chưa đọc của hồ sơ {code}" / "{n} unread message(s) of dossier {code}";
    shown: "Đang hiện {n} trên {total} hồ sơ" / "{n} of {total} dossiers shown";
    more: "Xem thêm hồ sơ" / "Show more dossiers";
    narrow: "Tìm và lọc" / "Find and filter";
    search_label: "Tên dịch vụ, tên người nộp hoặc mã hồ sơ" / "Service, applicant or dossier code";
    search: "Tìm" / "Find";
    which: "Tình trạng" / "How they stand";
    all: "Tất cả" / "All";
    needs_you: "Đang chờ bạn" / "Waiting for you";
    open: "Chưa kết thúc" / "Not finished";
    finished: "Đã kết thúc" / "Finished";
    whose: "Nộp cho ai" / "For whom";
    everybody: "Mọi người" / "Everybody";
    found: "Có {n} hồ sơ." / "{n} dossier(s).";
    none_found: "Không có hồ sơ nào khớp." / "No dossier matches.";
    everything: "Xem tất cả hồ sơ" / "Show all dossiers";
}
