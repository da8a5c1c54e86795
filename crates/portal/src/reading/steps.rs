//! The steps (trình tự thực hiện), cut where the source numbers them.

use motcua_contract::service::{Defect, Step};

/// Procedures whose lines are known to stand out of order at the source, found by
/// reading them: a sentence of 1.001193 ends "khai tâm Phục vụ hành chính công", and
/// its missing words stand two paragraphs further down.
const OUT_OF_ORDER: [&str; 1] = ["1.001193"];

/// Cuts the text before each line that begins with "Bước" and a number.
pub(super) fn read(code: &str, text: &str, defects: &mut Vec<Defect>) -> Vec<Step> {
    if OUT_OF_ORDER.contains(&code) {
        defects.push(Defect::StepsOutOfOrder);
    }
    let mut steps = Vec::new();
    let mut title = None;
    let mut body = String::new();
    for line in text.lines() {
        if let Some((heading, rest)) = heading(line) {
            close(&mut steps, title.replace(heading), &mut body);
            body.push_str(rest);
        } else {
            body.push_str(line);
        }
        body.push('\n');
    }
    close(&mut steps, title, &mut body);
    steps
}

fn close(steps: &mut Vec<Step>, title: Option<String>, body: &mut String) {
    let text = std::mem::take(body).trim().to_owned();
    if title.is_some() || !text.is_empty() {
        steps.push(Step { title, text });
    }
}

/// "Bước 2" and what follows it, when a line begins so. Only the bullet before and the
/// colon or full stop behind the number are dropped: the heading takes their place.
fn heading(line: &str) -> Option<(String, &str)> {
    let line = line.trim_start_matches(|c: char| c.is_whitespace() || "-+*•–".contains(c));
    let rest = line
        .strip_prefix("Bước")
        .or_else(|| line.strip_prefix("BƯỚC"))?;
    let digits = rest.trim_start();
    let end = digits
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(digits.len());
    let (number, rest) = digits.split_at(end);
    // "Bước 1a", "Bước 1.2" and "Bước 1, 2" are not plain steps: the line stays whole.
    let plain = match rest.chars().next() {
        Some(c) => !c.is_alphanumeric() && c != ',' && !is_decimal(rest),
        None => true,
    };
    if number.is_empty() || number.len() > 2 || !plain {
        return None;
    }
    let rest = rest
        .trim_start()
        .trim_start_matches([':', '.'])
        .trim_start();
    Some((format!("Bước {number}"), rest))
}

fn is_decimal(rest: &str) -> bool {
    rest.strip_prefix('.')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn steps(text: &str) -> Vec<Step> {
        read("0.000000", text, &mut Vec::new())
    }

    fn meaning(text: &str) -> String {
        text.chars().filter(|c| c.is_alphanumeric()).collect()
    }

    #[test]
    fn numbered_steps_become_steps_and_what_stands_before_them_keeps_its_place() {
        let steps = steps("Cần biết:\n- Bước 1: Nộp hồ sơ\n+ Mang theo\nBước 2. Nhận kết quả");
        let read: Vec<_> = steps
            .iter()
            .map(|step| (step.title.as_deref(), step.text.as_str()))
            .collect();
        assert_eq!(
            read,
            [
                (None, "Cần biết:"),
                (Some("Bước 1"), "Nộp hồ sơ\n+ Mang theo"),
                (Some("Bước 2"), "Nhận kết quả"),
            ]
        );
    }

    #[test]
    fn a_step_mentioned_in_a_sentence_is_no_heading() {
        assert_eq!(steps("Sau đó thực hiện lại Bước 1").len(), 1);
        assert_eq!(steps("Bước 1a của quy trình").len(), 1);
        assert_eq!(steps("Bước 2, 3: như trên")[0].title, None);
    }

    proptest! {
        #[test]
        fn no_letter_and_no_digit_is_lost_or_moved(
            text in "((- |\\+ )?(Bước|bước) [0-9]{1,3}[:.,a ]{0,2}[^\n]{0,30}\n{0,2}|[^\n]{0,40}\n){0,8}",
        ) {
            let joined: String = steps(&text)
                .into_iter()
                .map(|step| step.title.unwrap_or_default() + &step.text)
                .collect();
            prop_assert_eq!(meaning(&joined), meaning(&text));
        }
    }
}
