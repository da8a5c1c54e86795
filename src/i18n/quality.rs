//! Words of the quality board.

messages! {
    title: "Chất lượng phục vụ" / "How well the portal serves";
    lead: "Số liệu đếm từ chính hồ sơ của cổng, theo từng cơ quan." / "Figures counted from the portal’s own dossiers, by authority.";
    not_offered: "Cổng này không công bố số liệu chất lượng." / "This portal publishes no quality figures.";
    period: "Kỳ" / "Period";
    last_month: "Tháng trước" / "Last month";
    this_month: "Tháng này" / "This month";
    last_quarter: "Quý trước" / "Last quarter";
    this_quarter: "Quý này" / "This quarter";
    last_year: "Năm trước" / "Last year";
    this_year: "Năm nay" / "This year";
    counted: "Từ {from} đến {to}, đếm lúc {time}." / "From {from} to {to}, counted at {time}.";
    arrived: "Đã có số liệu từ {from} đến {to}." / "Figures from {from} to {to} are here.";
    whole_portal: "Toàn cổng" / "The whole portal";
    received: "Tiếp nhận {n} hồ sơ." / "{n} dossiers received.";
    received_none: "Không tiếp nhận hồ sơ nào trong kỳ này." / "No dossier was received in this period.";
    on_time: "Có kết quả đúng hẹn" / "Result on time";
    on_time_says: "{part} trong {of} hồ sơ đã xong có kết quả đúng hẹn ({share})." / "{part} of {of} finished dossiers had their result on time ({share}).";
    full_online: "Dịch vụ toàn trình" / "Services wholly online";
    full_online_says: "{part} trong {of} dịch vụ làm được trọn trên mạng ({share})." / "{part} of {of} services can be done wholly online ({share}).";
    filed_online: "Nộp trực tuyến" / "Filed online";
    filed_online_says: "{part} trong {of} hồ sơ được nộp trực tuyến ({share})." / "{part} of {of} dossiers were filed online ({share}).";
    paid_online: "Thanh toán trực tuyến" / "Paid online";
    paid_online_says: "{part} trong {of} lần trả tiền là trực tuyến ({share})." / "{part} of {of} payments were made online ({share}).";
    satisfied: "Người dân hài lòng" / "People satisfied";
    satisfied_says: "{part} trong {of} đánh giá ở nửa trên của thang ({share})." / "{part} of {of} ratings are in the better half of the scale ({share}).";
    feedback_on_time: "Trả lời phản ánh đúng ngày" / "Feedback answered on time";
    feedback_on_time_says: "{part} trong {of} phản ánh được trả lời đúng ngày đã nêu ({share})." / "{part} of {of} pieces of feedback were answered by the day named ({share}).";
    absent: "Chưa có số liệu, hoặc còn quá ít để công bố" / "No figure, or too few to publish";
    absent_says: "Chưa có số liệu, hoặc còn quá ít để công bố: {figures}." / "No figure, or too few to publish: {figures}.";
    transparency: "Công khai, minh bạch" / "Transparency";
    progress: "Tiến độ giải quyết" / "Progress";
    digitisation: "Số hóa hồ sơ" / "Digitisation";
    online_services: "Dịch vụ công trực tuyến" / "Online services";
    satisfaction: "Mức độ hài lòng" / "Satisfaction";
    other_group: "Nhóm khác" / "Another group";
    points: "{points} trên {maximum} điểm" / "{points} of {maximum} points";
    points_not_stated: "tối đa {maximum} điểm, cổng không nêu điểm" / "{maximum} points at most, none stated";
    chart: "Biểu đồ: phần tô đậm là tỷ lệ đạt được" / "Chart: the filled part is what was reached";
    table: "Bảng số liệu: {name}" / "Table: {name}";
    column_figure: "Chỉ số" / "Figure";
    column_part: "Đạt" / "Reached";
    column_of: "Trên" / "Of";
    column_share: "Tỷ lệ" / "Share";
    method: "Đếm như thế nào" / "How this is counted";
    groups_note: "Các nhóm theo Quyết định 766/QĐ-TTg năm 2022. Điểm chỉ có khi cổng cho điểm." / "The groups are those of Decision 766/QĐ-TTg of 2022. There are points only where the portal gives them.";
}
