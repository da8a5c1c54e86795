//! Words of the results.

messages! {
    title: "Kết quả cho “{words}”" / "Results for “{words}”";
    title_all: "Tất cả dịch vụ" / "All services";
    lead_all: "Những việc người dân hay cần đứng trước. Bạn cũng có thể" / "What people need most comes first. You can also";
    lead_browse: "xem theo lĩnh vực" / "look by subject";
    count: "{n} dịch vụ" / "{n} services";
    count_one: "{n} dịch vụ" / "{n} service";
    none: "Không tìm thấy dịch vụ nào" / "No service found";
    searching: "Đang tìm…" / "Searching…";
    did_you_mean: "Có phải bạn muốn tìm" / "Did you mean";
    list: "Danh sách dịch vụ" / "Services";
    time: "Thời gian" / "Time";
    fee: "Phí" / "Fee";
    level: "Nơi giải quyết" / "Settled by";
    each_way: "xem từng cách nộp" / "see each way of filing";
    code: "Mã {code}" / "Code {code}";
    more: "Xem thêm {n} dịch vụ" / "Show {n} more";
    more_coming: "Đang tải thêm…" / "Loading more…";
    shown: "Đang hiện {shown} trên {total} dịch vụ" / "Showing {shown} of {total} services";
    shown_all: "Bạn đã xem hết {total} dịch vụ." / "That is all {total} services.";
    most: "Còn nhiều hơn nữa. Hãy lọc bớt hoặc gõ thêm chữ để tìm cho trúng." / "There are more. Narrow them down or type more words.";
    cut_short: "Chưa tải thêm được" / "More could not be loaded";
    on_device: "Chưa liên lạc được với cổng. Đây là kết quả từ danh mục đã lưu trên máy này; thời gian và phí xem trong từng dịch vụ." / "The portal cannot be reached. These results come from the catalogue kept on this device; times and fees stand with each service.";
    filters: "Lọc kết quả" / "Narrow down";
    filters_button: "Lọc" / "Filter";
    filters_button_count: "Lọc ({n})" / "Filter ({n})";
    filters_applied: "Đang lọc theo" / "Narrowed down to";
    filters_remove: "Bỏ lọc {name}" / "Remove filter {name}";
    filters_clear: "Xóa hết bộ lọc" / "Clear all filters";
    filters_show: "Xem {n} kết quả" / "Show {n} results";
    filters_show_none: "Xem kết quả" / "Show results";
    facet_field: "Lĩnh vực" / "Subject";
    facet_agency: "Bộ, ngành" / "Ministry or body";
    facet_level: "Cấp giải quyết" / "Level of government";
    facet_audience: "Ai được làm" / "Who may apply";
    facet_online: "Mức độ trực tuyến" / "Online level";
    facet_all: "Xem tất cả {n}" / "Show all {n}";
    facet_fewer: "Thu gọn" / "Show fewer";
    facet_find: "Tìm trong danh sách" / "Find in the list";
    facet_none: "Không có mục nào khớp." / "Nothing matches.";
    empty_lead: "Bạn thử một trong những cách này:" / "Try one of these:";
    empty_words: "Gõ ngắn hơn, hoặc bằng từ khác." / "Type fewer or other words.";
    empty_filters: "Bỏ bớt bộ lọc" / "Remove the filters";
    empty_browse: "Xem toàn bộ danh mục" / "See all services by subject";
    empty_hotline: "Gọi tổng đài {phone}" / "Call the hotline {phone}";
}
