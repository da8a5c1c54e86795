//! What a portal's refusal means for the boxes of a screen. Pure.

use motcua_contract::problem::Problem;

use crate::form::Remark;

/// Faults of the portal's as remarks on this screen. `place` gives the screen's own name for a
/// pointer; what belongs to no box is told at `elsewhere`, as is a refusal without faults.
pub(super) fn remarks(
    problem: &Problem,
    elsewhere: &str,
    place: impl Fn(&str) -> Option<String>,
) -> Vec<Remark> {
    let mut remarks: Vec<Remark> = problem
        .errors
        .iter()
        .map(|fault| Remark {
            pointer: place(&fault.pointer).unwrap_or_else(|| elsewhere.into()),
            message: fault.message.clone(),
        })
        .collect();
    if remarks.is_empty() {
        remarks.push(Remark {
            pointer: elsewhere.into(),
            message: problem.detail.as_ref().unwrap_or(&problem.title).clone(),
        });
    }
    remarks
}

#[cfg(test)]
mod tests {
    use motcua_contract::problem::kind;

    use super::*;

    fn place(pointer: &str) -> Option<String> {
        (pointer == "/title").then(|| "/own".into())
    }

    #[test]
    fn a_fault_stands_at_its_box_and_a_strange_one_is_told_all_the_same() {
        let problem = Problem::new(kind::ANSWERS, 422, "Chưa đúng")
            .fault("/title", "required", "Viết rõ.")
            .fault("/moon", "x", "Trăng chưa tròn.");
        let remarks = remarks(&problem, "/text", place);
        let told: Vec<(&str, &str)> = remarks
            .iter()
            .map(|remark| (remark.pointer.as_str(), remark.message.as_str()))
            .collect();
        assert_eq!(told, [("/own", "Viết rõ."), ("/text", "Trăng chưa tròn.")]);
    }

    #[test]
    fn a_refusal_without_faults_is_told_in_its_own_words() {
        let problem = Problem::new(kind::NOT_NOW, 409, "Lúc này chưa làm được");
        let told = |problem: &Problem| remarks(problem, "/text", place)[0].message.clone();
        assert_eq!(told(&problem), "Lúc này chưa làm được");
        assert_eq!(told(&problem.detail("Đã hết hạn.")), "Đã hết hạn.");
    }
}
