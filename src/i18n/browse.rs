//! Words of the catalogue's screens.

messages! {
    lead: "Chọn việc bạn cần làm, hoặc tìm theo lĩnh vực và cơ quan." / "Choose what you need to do, or look by subject area and body.";
    to_fields: "Đến danh sách lĩnh vực" / "Go to the subject areas";
    life_events: "Theo việc trong đời" / "By life event";
    fields: "Theo lĩnh vực" / "By subject area";
    agencies: "Theo cơ quan" / "By body";
    filter: "Lọc lĩnh vực" / "Narrow the subject areas down";
    filter_hint: "Gõ vài chữ trong tên, không cần dấu." / "Type a few letters of the name; accents are not needed.";
    fields_shown: "Đang hiện {n} lĩnh vực." / "Subject areas shown: {n}.";
    fields_none: "Không có lĩnh vực nào có những chữ này. Hãy bớt chữ, hoặc tìm dịch vụ ở ô tìm kiếm." / "No subject area has these words. Use fewer, or search for the service itself.";
    services: "{n} dịch vụ" / "{n} services";
    service_one: "{n} dịch vụ" / "{n} service";
    gaps: "Danh mục này còn thiếu gì" / "What this catalogue lacks";
    total: "Cổng này có {n} dịch vụ." / "Services on this portal: {n}.";
    total_as_of: "Cổng này có {n} dịch vụ, theo bản ngày {date}." / "Services on this portal: {n}, as of {date}.";
    no_gaps: "Cổng không cho biết danh mục còn thiếu gì." / "The portal does not say what its catalogue lacks.";
    event_missing: "Không có việc này" / "No such life event";
    event_missing_text: "Cổng không có việc này, hoặc nó đã được gộp vào việc khác. Bạn chọn lại trong danh mục." / "The portal does not have it, or has put it into another one. Choose again from the catalogue.";
    event_empty: "Cổng chưa xếp dịch vụ nào vào việc này." / "The portal has not put any service here yet.";
}
