//! Words of the first screen.

messages! {
    title: "Bạn cần làm giấy tờ gì?" / "What do you need to get done?";
    lead: "Gõ như bạn nói, có dấu hay không dấu đều được." / "Type it your way, with or without Vietnamese accents.";
    search_label: "Tìm dịch vụ" / "Find a service";
    search_placeholder: "ví dụ: lam giay khai sinh" / "for example: birth certificate";
    search_button: "Tìm" / "Search";
    featured: "Nhiều người cần" / "Often needed";
    life_events: "Theo việc trong đời" / "By life event";
    browse_all: "Xem toàn bộ danh mục" / "See all services";
    lookup_title: "Hồ sơ của bạn đang ở đâu?" / "Where is your dossier?";
    lookup_lead: "Nhập mã trên giấy hẹn trả kết quả." / "Type the code from your receipt.";
    lookup_label: "Mã hồ sơ" / "Dossier code";
    lookup_button: "Tra cứu" / "Look up";
    notices: "Thông báo của cổng" / "Notices of the portal";
    notice_until: "đến {date}" / "until {date}";
}
