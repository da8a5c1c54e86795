//! Bodies of JSON, read strictly; what is at fault is pointed at.

use axum::extract::{FromRequest, Request};
use bytes::Bytes;
use http::HeaderMap;
use http::header::CONTENT_TYPE;
use motcua_contract::problem::Fault;
use serde::de::DeserializeOwned;
use serde_path_to_error::Segment;

use super::refusal::Refusal;

/// A body of the contract. Its size is bounded by the guard of the route.
pub(crate) struct Body<T> {
    pub(crate) value: T,
    /// As it was sent.
    pub(crate) bytes: Bytes,
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        if !is_json(request.headers()) {
            return Err(Refusal::media_type());
        }
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(|_| Refusal::slow_request())?;
        let value = read(&bytes)?;
        Ok(Self { value, bytes })
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    let essence = kind.and_then(|kind| kind.split(';').next());
    essence.is_some_and(|essence| essence.trim().eq_ignore_ascii_case("application/json"))
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Refusal> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let pointer = pointer(error.path());
        let what = error.inner().to_string();
        match missing(&what) {
            _ if !error.inner().is_data() => not_json(),
            Some(member) => fault(format!("{pointer}/{member}"), "required", "Thiếu phần này."),
            None => fault(pointer, "malformed", "Phần này thiếu hoặc không đúng kiểu."),
        }
    })?;
    json.end().map_err(|_| not_json())?;
    Ok(value)
}

/// The member that is missing, where that is what serde says; it names no path to it.
fn missing(what: &str) -> Option<&str> {
    let (member, _) = what.strip_prefix("missing field `")?.split_once('`')?;
    Some(member)
}

fn not_json() -> Refusal {
    fault(String::new(), "malformed", "Gửi nội dung là JSON hợp lệ.")
}

fn fault(pointer: String, code: &str, message: &str) -> Refusal {
    Refusal::invalid(vec![Fault {
        pointer,
        code: code.into(),
        message: message.into(),
    }])
}

/// A path of serde's as a JSON pointer.
fn pointer(path: &serde_path_to_error::Path) -> String {
    let segments = path.iter().filter_map(|segment| match segment {
        Segment::Seq { index } => Some(index.to_string()),
        Segment::Map { key } => Some(key.replace('~', "~0").replace('/', "~1")),
        Segment::Enum { .. } | Segment::Unknown => None,
    });
    segments.map(|segment| format!("/{segment}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use motcua_contract::draft::DraftContent;

    #[test]
    fn a_pointer_leads_to_the_member_at_fault() {
        let text = r#"{"service":"a","case":"b","formVersion":"1","answers":{},
            "papers":[{"requirement":"p","uploads":[1]}]}"#;
        let mut json = serde_json::Deserializer::from_str(text);
        let error = serde_path_to_error::deserialize::<_, DraftContent>(&mut json)
            .expect_err("a number is no id");
        assert_eq!(pointer(error.path()), "/papers/0/uploads/0");
    }

    #[test]
    fn a_member_that_is_missing_is_named() {
        let named = |text: &str| {
            let refusal = read::<DraftContent>(text.as_bytes()).expect_err("a fault");
            let faults = refusal.faults().iter();
            let named: Vec<_> = faults
                .map(|fault| (fault.pointer.clone(), fault.code.clone()))
                .collect();
            named
        };
        let paper = r#"{"service":"a","case":"b","formVersion":"1","answers":{},"papers":[{"uploads":[]}]}"#;
        let required = |pointer: &str| vec![(pointer.to_owned(), "required".to_owned())];
        assert_eq!(named(paper), required("/papers/0/requirement"));
        assert_eq!(named("{}"), required("/service"));
        assert_eq!(named("{"), [(String::new(), "malformed".to_owned())]);
    }
}
