//! Says what is wrong and how to mend it, in both languages.

mod needed;

use super::Wrong;
use crate::day::Day;
use crate::definition::Field;
use crate::words::Words;

impl Wrong {
    /// In words for who fills in: `field` is what was asked, `part` the part of the answer
    /// at fault (`commune`), if it has parts.
    pub(crate) fn say(&self, field: &Field, part: Option<&str>) -> Words {
        let (vi, en): (String, String) = match self {
            Self::Rule(words) => return words.clone(),
            Self::Needed => return needed::needed(field, part),
            Self::TooLong { now, most } => (
                format!("Viết ngắn hơn: nhiều nhất {most} ký tự, hiện có {now}."),
                format!("Make it shorter: at most {most} characters, there are {now} now."),
            ),
            Self::SignInName(sign) => (
                format!("Bỏ ký tự “{sign}” khỏi tên."),
                format!("Take the character “{sign}” out of the name."),
            ),
            Self::TooSmall(least) => (
                format!("Nhập số từ {} trở lên.", grouped(*least, '.')),
                format!("Enter a number of {} or more.", grouped(*least, ',')),
            ),
            Self::TooLarge(most) => (
                format!("Nhập số không quá {}.", grouped(*most, '.')),
                format!("Enter a number of {} or less.", grouped(*most, ',')),
            ),
            Self::NoDay { month, year } => (
                format!("Nhập cả ngày: bạn mới nhập tháng {month} năm {year}."),
                format!("Enter the day, too: so far you entered {month}/{year}."),
            ),
            Self::OnlyYear { year } => (
                format!("Nhập cả ngày và tháng: bạn mới nhập năm {year}."),
                format!("Enter the day and the month, too: so far you entered {year}."),
            ),
            Self::NoSuchDay { month, year, days } => (
                format!("Xem lại ngày: tháng {month} năm {year} có {days} ngày."),
                format!("Check the day: {month}/{year} has {days} days."),
            ),
            Self::TooEarly(first) => (
                format!("Nhập ngày từ {} trở đi.", shown(*first)),
                format!("Enter {} or a later day.", shown(*first)),
            ),
            Self::TooLate(last) => (
                format!("Nhập ngày không muộn hơn {}.", shown(*last)),
                format!("Enter {} or an earlier day.", shown(*last)),
            ),
            Self::TooFewChosen(least) => (
                format!("Chọn ít nhất {least} mục."),
                format!("Choose at least {least}."),
            ),
            Self::TooManyChosen(most) => (
                format!("Chọn nhiều nhất {most} mục."),
                format!("Choose at most {most}."),
            ),
            Self::TooFewItems(least) => (
                format!("Thêm cho đủ ít nhất {least} mục."),
                format!("Add entries until there are at least {least}."),
            ),
            Self::TooManyItems(most) => (
                format!("Bớt đi: nhiều nhất {most} mục."),
                format!("Remove some: there can be at most {most}."),
            ),
            Self::CitizenIdCount(now) => (
                format!("Số định danh phải có 12 chữ số, bạn mới nhập {now}.").replace(
                    "bạn mới nhập",
                    if *now > 12 {
                        "bạn đã nhập"
                    } else {
                        "bạn mới nhập"
                    },
                ),
                format!("A citizen ID number has 12 digits, you entered {now}."),
            ),
            Self::PhoneCount(now) => (
                format!("Số điện thoại phải có 10 hoặc 11 chữ số, số bạn nhập có {now}."),
                format!("A telephone number has 10 or 11 digits, yours has {now}."),
            ),
            Self::OtherBirthYear { stated, within } => (
                format!(
                    "Số định danh này thuộc người sinh năm có hai số cuối là {within:02}, còn bạn ghi năm {stated}. Hãy kiểm tra lại cả hai."
                ),
                format!(
                    "This citizen ID number belongs to somebody born in a year that ends in {within:02}, but you entered {stated}. Please check both."
                ),
            ),
            Self::OtherCentury { stated } => (
                format!(
                    "Số định danh này không khớp với năm sinh {stated}. Hãy kiểm tra lại cả hai."
                ),
                format!(
                    "This citizen ID number does not fit the year of birth {stated}. Please check both."
                ),
            ),
            plain => return plain.plainly(),
        };
        Words { vi, en }
    }

    /// What is said in the same words each time.
    fn plainly(&self) -> Words {
        let (vi, en) = match self {
            Self::NotComputed => (
                "Chưa tính được mục này. Hãy xem lại các câu trả lời ở trên.",
                "This could not be worked out. Please check the answers before it.",
            ),
            Self::DigitInName => ("Bỏ chữ số khỏi tên.", "Take the digits out of the name."),
            Self::NoName => ("Nhập tên bằng chữ cái.", "Enter the name in letters."),
            Self::NotANumber => (
                "Chỉ nhập chữ số, ví dụ 12 000.",
                "Enter digits only, for example 12 000.",
            ),
            Self::NotWhole => (
                "Nhập số nguyên, không có phần thập phân, ví dụ 12.000.",
                "Enter a whole number without decimals, for example 12 000.",
            ),
            Self::TooManyDigits => (
                "Nhập số có nhiều nhất 15 chữ số.",
                "Enter a number of at most 15 digits.",
            ),
            Self::NoDate => (
                "Nhập ngày, tháng, năm bằng số, ví dụ 27/3/1990.",
                "Enter day, month and year in digits, for example 27/3/1990.",
            ),
            Self::NoMonth => ("Nhập cả tháng.", "Enter the month, too."),
            Self::NoYear => (
                "Nhập cả năm, đủ bốn chữ số.",
                "Enter the year, too, with four digits.",
            ),
            Self::ShortYear => (
                "Nhập năm đủ bốn chữ số, ví dụ 1990.",
                "Enter the year with four digits, for example 1990.",
            ),
            Self::NoSuchMonth => (
                "Xem lại tháng: nhập số từ 1 đến 12.",
                "Check the month: enter a number from 1 to 12.",
            ),
            Self::NotOffered => (
                "Chọn lại: mục này không có trong danh sách.",
                "Choose again: this is not on the list.",
            ),
            Self::NoSuchPlace => (
                "Chọn lại nơi này trong danh sách.",
                "Choose this place from the list again.",
            ),
            Self::OtherProvince => (
                "Chọn lại phường, xã: nơi này không thuộc tỉnh, thành phố bạn chọn.",
                "Choose the ward or commune again: it does not lie in this province or city.",
            ),
            Self::CitizenIdSign => (
                "Số định danh chỉ gồm 12 chữ số. Hãy bỏ chữ và ký tự khác.",
                "A citizen ID number is 12 digits. Please take letters and other characters out.",
            ),
            Self::OldId => (
                "Đây là số chứng minh nhân dân cũ có 9 số. Hãy nhập số định danh 12 chữ số.",
                "This is a number of the old 9-digit identity card. Please enter the citizen ID number of 12 digits.",
            ),
            Self::PhoneSign => (
                "Số điện thoại chỉ gồm chữ số, ví dụ 0912 345 678.",
                "Enter the telephone number in digits only, for example 0912 345 678.",
            ),
            Self::PhoneStart => (
                "Nhập số điện thoại bắt đầu bằng số 0, ví dụ 0912 345 678.",
                "Enter the telephone number with a 0 in front, for example 0912 345 678.",
            ),
            Self::PhoneAbroad => (
                "Nhập số điện thoại ở Việt Nam (mã nước 84).",
                "Enter a telephone number in Vietnam (country code 84).",
            ),
            Self::EmailWithoutAt => (
                "Địa chỉ email thiếu dấu @. Ví dụ: ten@example.vn",
                "The email address lacks an @. For example: name@example.vn",
            ),
            Self::Email => (
                "Xem lại địa chỉ email. Ví dụ: ten@example.vn",
                "Check the email address. For example: name@example.vn",
            ),
            Self::AccountNumber => (
                "Nhập số tài khoản gồm 4 đến 30 chữ số hoặc chữ cái không dấu.",
                "Enter the account number: 4 to 30 digits or plain letters.",
            ),
            Self::OddProvince => (
                "Ba số đầu không phải mã tỉnh nào. Hãy đối chiếu lại với thẻ.",
                "The first three digits are no province’s code. Please compare the number with the card.",
            ),
            Self::OtherSex => (
                "Số định danh này không khớp với giới tính đã chọn. Hãy kiểm tra lại cả hai.",
                "This citizen ID number does not fit the sex you chose. Please check both.",
            ),
            _ => ("Hãy trả lời lại câu này.", "Please answer this again."),
        };
        Words::new(vi, en)
    }
}

/// `dd/MM/yyyy`, which both languages understand here.
fn shown(day: Day) -> String {
    format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year())
}

/// With a sign before each three digits.
fn grouped(number: i64, sign: char) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
    if number < 0 {
        text.push('-');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(sign);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_in_threes() {
        assert_eq!(grouped(-1_234_567, '.'), "-1.234.567");
        assert_eq!(grouped(100, ','), "100");
        assert_eq!(grouped(1000, ','), "1,000");
    }
}
