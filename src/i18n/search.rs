//! Words of the search box and of search on this device.

messages! {
    suggestions: "Gợi ý" / "Suggestions";
    suggestion_one: "Có 1 gợi ý, dùng phím mũi tên để chọn." / "1 suggestion, use the arrow keys to choose.";
    suggestion_count: "Có {n} gợi ý, dùng phím mũi tên để chọn." / "{n} suggestions, use the arrow keys to choose.";
}
