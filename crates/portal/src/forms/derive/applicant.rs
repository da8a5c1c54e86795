//! Who applies: a person, an organisation, or either, as the catalogue says.
//!
//! The law has authorities ask a person for name, date of birth and personal number, and
//! look up the rest (Decree 224/2026, article 15: provide once); an organisation is known
//! by its number and acts through a person. How to reach them belongs to the receipt.

use motcua_contract::profile::attribute;
use motcua_contract::service::Audience;
use serde_json::{Value, json};

use super::words;

/// The section for those who may apply; either where the catalogue does not say.
pub(super) fn section(audience: &[Audience]) -> Value {
    let people = audience.iter().any(|one| is_person(*one));
    let bodies = audience.iter().any(|one| !is_person(*one));
    let foreign = audience
        .iter()
        .any(|one| matches!(one, Audience::Foreigner | Audience::Overseas));
    let mut pages = Vec::new();
    let (person, body) = match (people, bodies) {
        (true, false) => {
            pages.extend(person_pages(None, foreign));
            return whole(pages);
        }
        (false, true) => {
            pages.extend(body_pages(None));
            return whole(pages);
        }
        _ => (is_kind("person"), is_kind("organisation")),
    };
    pages.push(kind_page());
    pages.extend(person_pages(Some(person), foreign || !people));
    pages.extend(body_pages(Some(body)));
    whole(pages)
}

fn is_person(audience: Audience) -> bool {
    matches!(
        audience,
        Audience::Citizen
            | Audience::Overseas
            | Audience::Foreigner
            | Audience::Official
            | Audience::Party
    )
}

fn whole(mut pages: Vec<Value>) -> Value {
    pages.push(page(
        "applicant-contact",
        words(
            "Cơ quan liên hệ với bạn thế nào?",
            "How can the authority reach you?",
        ),
        None,
        vec![
            field(
                "phone",
                words("Số điện thoại", "Telephone"),
                "phone",
                true,
                Some(attribute::PHONE),
            ),
            field(
                "email",
                words("Thư điện tử", "Email"),
                "email",
                false,
                Some(attribute::EMAIL),
            ),
        ],
    ));
    json!({
        "id": "applicant",
        "title": words("Người nộp hồ sơ", "Who applies"),
        "pages": pages,
    })
}

fn kind_page() -> Value {
    let option = |value: &str, label: Value| json!({"value": value, "label": label});
    page(
        "applicant-kind",
        words("Hồ sơ này của ai?", "Whose application is it?"),
        None,
        vec![json!({
            "id": "applicantKind",
            "label": words("Người nộp hồ sơ", "Who applies"),
            "kind": "choice",
            "options": [
                option("person", words("Cá nhân", "A person")),
                option(
                    "organisation",
                    words("Tổ chức, doanh nghiệp, hợp tác xã", "An organisation or a business"),
                ),
            ],
            "required": true,
        })],
    )
}

fn is_kind(kind: &str) -> Value {
    json!({"==": [{"var": "applicantKind"}, kind]})
}

fn person_pages(show: Option<Value>, foreign: bool) -> Vec<Value> {
    let name = field(
        "fullName",
        words("Họ, chữ đệm và tên", "Full name"),
        "fullName",
        true,
        Some(attribute::FULL_NAME),
    );
    let mut birth = field(
        "dateOfBirth",
        words("Ngày, tháng, năm sinh", "Date of birth"),
        "date",
        true,
        Some(attribute::DATE_OF_BIRTH),
    );
    birth["latest"] = "today".into();
    let who = words("Người nộp hồ sơ là ai?", "Who applies?");
    let home = field(
        "residence",
        words("Nơi cư trú", "Where you live"),
        "address",
        true,
        Some(attribute::PERMANENT_RESIDENCE),
    );
    let where_ = words("Bạn cư trú ở đâu?", "Where do you live?");
    let mut identity = field(
        "citizenId",
        words("Số định danh cá nhân", "Personal identification number"),
        "citizenId",
        true,
        Some(attribute::CITIZEN_ID),
    );
    identity["birthDate"] = "dateOfBirth".into();
    let mut numbers = vec![identity];
    if foreign {
        numbers[0]["required"] = json!({"!": [{"var": "passport"}]});
        let mut passport = field(
            "passport",
            words("Số hộ chiếu", "Passport number"),
            "shortText",
            false,
            None,
        );
        passport["maxLength"] = 20.into();
        passport["hint"] = words(
            "Điền nếu bạn không có số định danh cá nhân.",
            "If you have no Vietnamese personal identification number.",
        );
        numbers.push(passport);
    }
    let number = words("Số giấy tờ của bạn là gì?", "What is your identity number?");
    vec![
        page("applicant-name", who, show.as_ref(), vec![name, birth]),
        page("applicant-number", number, show.as_ref(), numbers),
        page("applicant-home", where_, show.as_ref(), vec![home]),
    ]
}

fn body_pages(show: Option<Value>) -> Vec<Value> {
    let text = |id: &str, label: Value| field(id, label, "shortText", true, None);
    let mut number = text(
        "organisationNumber",
        words(
            "Mã số thuế hoặc số quyết định thành lập",
            "Tax number or founding decision",
        ),
    );
    number["maxLength"] = 50.into();
    let organisation = vec![
        text(
            "organisationName",
            words("Tên tổ chức", "Name of the organisation"),
        ),
        number,
    ];
    let seat = field(
        "organisationAddress",
        words("Địa chỉ trụ sở", "Address of its seat"),
        "address",
        true,
        None,
    );
    let representative = vec![
        field(
            "representativeName",
            words("Họ, chữ đệm và tên", "Full name"),
            "fullName",
            true,
            Some(attribute::FULL_NAME),
        ),
        text("representativePosition", words("Chức vụ", "Position")),
        field(
            "representativeId",
            words(
                "Số định danh cá nhân hoặc số hộ chiếu",
                "Personal number or passport number",
            ),
            "shortText",
            true,
            Some(attribute::CITIZEN_ID),
        ),
    ];
    let which = words("Tổ chức nào nộp hồ sơ?", "Which organisation applies?");
    let where_ = words("Trụ sở ở đâu?", "Where is its seat?");
    let who = words(
        "Ai đại diện cho tổ chức?",
        "Who represents the organisation?",
    );
    vec![
        page("organisation", which, show.as_ref(), organisation),
        page("organisation-seat", where_, show.as_ref(), vec![seat]),
        page("representative", who, show.as_ref(), representative),
    ]
}

fn page(id: &str, title: Value, show: Option<&Value>, fields: Vec<Value>) -> Value {
    json!({"id": id, "title": title, "show": show, "fields": fields})
}

fn field(id: &str, label: Value, kind: &str, required: bool, prefill: Option<&str>) -> Value {
    json!({"id": id, "label": label, "kind": kind, "required": required, "prefill": prefill})
}
