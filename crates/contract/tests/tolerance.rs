//! What the document allows, the types read, today's and a later version's alike.
//!
//! Bodies are made from the document's schemas: members left out or `null` where they may
//! be, members and enumeration values that no type knows.

use motcua_contract::catalogue::*;
use motcua_contract::channel::*;
use motcua_contract::consent::*;
use motcua_contract::dossier::code::*;
use motcua_contract::dossier::deadline::*;
use motcua_contract::dossier::ending::*;
use motcua_contract::dossier::message::*;
use motcua_contract::dossier::payment::*;
use motcua_contract::dossier::receipt::*;
use motcua_contract::dossier::result::*;
use motcua_contract::dossier::status::*;
use motcua_contract::dossier::supplement::*;
use motcua_contract::dossier::timeline::*;
use motcua_contract::dossier::*;
use motcua_contract::draft::*;
use motcua_contract::feedback::*;
use motcua_contract::file::*;
use motcua_contract::form::*;
use motcua_contract::held_document::*;
use motcua_contract::help::*;
use motcua_contract::life_event::*;
use motcua_contract::lookup::*;
use motcua_contract::my_data::*;
use motcua_contract::notification::*;
use motcua_contract::openapi::document;
use motcua_contract::place::*;
use motcua_contract::portal::*;
use motcua_contract::problem::*;
use motcua_contract::profile::*;
use motcua_contract::quality::*;
use motcua_contract::rating::*;
use motcua_contract::search::*;
use motcua_contract::service::*;
use motcua_contract::session::*;
use motcua_contract::signature::*;
use motcua_contract::submission::*;
use motcua_contract::text::*;
use motcua_contract::upload::*;
use motcua_contract::usage::*;
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

/// A type by its name in the document, read and written again.
type Through = fn(Value) -> serde_json::Result<Value>;

fn through<T: DeserializeOwned + Serialize + PartialEq>(body: Value) -> serde_json::Result<Value> {
    let read: T = serde_json::from_value(body)?;
    let written = serde_json::to_value(&read)?;
    let again: T = serde_json::from_value(written.clone())?;
    assert!(read == again, "writing and reading changed {written}");
    Ok(written)
}

macro_rules! types {
    ($($name:ident)+) => {
        const TYPES: &[(&str, Through)] = &[$((stringify!($name), through::<$name>)),+];
    };
}

types! {
    Catalogue CatalogueEntry Shelf Shelves Channel
    ChannelKind Fee FeeKind TimeLimit TimeUnit
    Access AccessLog Consent Consents GiveConsent
    Dossier DossierContent DossierSummary Dossiers HandedIn
    PaperState DossierCode Apology Clock Deadline
    Ending EndingKind Reason Withdraw Message
    Messages WriteMessage Acceptance Obligation ObligationStage
    ObligationState Payment PaymentStarted PaymentState Payments
    StartPayment Receipt ReceivedPaper DossierResult Pickup
    PostalTracking SignatureFacts SignatureVerdict Action DossierStatus
    NextStep Status AnswerSupplement AnsweredItem SupplementItem
    SupplementRequest SupplementState SupplementTarget Handler HandlerRole
    TimelineEntry TimelineKind Draft DraftConflict DraftContent
    DraftSummary Drafts Feedback FeedbackAbout FeedbackEvent
    FeedbackState GiveFeedback PublishedAnswer PublishedFeedback ReopenFeedback
    Sender StoredFile Form DeliveryChoice HeldDocument HeldDocuments
    HelpTopic HelpTopics LegalDocumentEntry LegalDocuments LifeEvent
    LifeEventGroup LifeEvents Lookup Proof ProofKind
    PublicDossier DataExport Deletion ExportState KeptData
    ChannelOut ChannelState DossierNotifications MarkRead Notification
    NotificationChannel NotificationChannels Notifications PushDevice PushMessage PushSubscribed PushSubscription
    SetChannel Commune Communes PlaceMatch PlaceMatches
    Province Provinces Capability CatalogueSource Counter FeaturedService
    Hotline Limits Notice NoticeKind Portal
    RatingForm RatingQuestion Fault Problem AvailableSource
    HeldValue Mandate MandateKind Mandates Profile
    ReportReceived Source WrongValueReport AgencyQuality Quality
    QualityFigures QualityGroup QualityGroupKind Share GiveRating
    PublishedRatings QuestionFigures Rating RatingAnswer FacetValue
    Facets Guidance RelatedServices ServiceList Suggestion
    Suggestions Audience Case Defect Filing
    FilingState GovernmentLevel LegalDocument Named OnlineLevel
    Requirement Service ServiceLink ServiceResult ServiceSummary
    Step Assurance Device Devices Session
    SignedIn SignedOut ConfirmSigning Signing SigningState
    StartSigning Contact Delivery DeliveryKind Paper
    PostalAddress Submission LocalText Upload UploadRefusal
    UploadState Usage UsageEvent UsageKind
}

#[test]
fn every_schema_has_its_type() {
    let document = document();
    let schemas = document["components"]["schemas"]
        .as_object()
        .expect("schemas");
    for name in schemas.keys() {
        assert!(
            TYPES.iter().any(|(known, _)| known == name),
            "{name} is missing in this test"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn whatever_the_document_allows_is_read_and_survives_writing(seed: u64) {
        let document = document();
        for (name, through) in TYPES {
            let mut maker = Maker { document: &document, state: seed | 1 };
            let body = maker.body(&document["components"]["schemas"][*name], 0);
            if let Err(error) = through(body.clone()) {
                prop_assert!(false, "{name}: {error}\n{body:#}");
            }
        }
    }
}

/// Makes bodies that fit a schema, the same ones for the same seed.
struct Maker<'a> {
    document: &'a Value,
    state: u64,
}

impl Maker<'_> {
    /// The next number below `end` (xorshift64).
    fn below(&mut self, end: u64) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state % end
    }

    fn body(&mut self, schema: &Value, depth: u32) -> Value {
        if let Some(reference) = schema["$ref"].as_str() {
            let document = self.document;
            let target = document.pointer(reference.trim_start_matches('#'));
            return self.body(target.expect("a component"), depth);
        }
        if let Some(ways) = schema["oneOf"].as_array().or(schema["anyOf"].as_array()) {
            let chosen = self.one_of(ways);
            return self.body(&chosen, depth);
        }
        if let Some(values) = schema["enum"].as_array() {
            return self.one_of(values);
        }
        match self.kind(&schema["type"]).as_str() {
            "object" => self.object(schema, depth),
            "array" if depth > 6 => json!([]),
            "array" => (0..self.below(3))
                .map(|_| self.body(&schema["items"], depth + 1))
                .collect(),
            "string" => self.text(),
            "integer" => self.integer(schema),
            "boolean" => json!(self.below(2) == 0),
            "null" => Value::Null,
            _ => json!({"anything": [1, "đ", null]}),
        }
    }

    fn one_of(&mut self, values: &[Value]) -> Value {
        let at = self.below(values.len() as u64);
        values[usize::try_from(at).expect("an index")].clone()
    }

    /// One of the types that a schema allows; none when it allows any.
    fn kind(&mut self, kinds: &Value) -> String {
        let kind = match kinds {
            Value::Array(kinds) => self.one_of(kinds),
            kind => kind.clone(),
        };
        kind.as_str().unwrap_or_default().to_owned()
    }

    fn object(&mut self, schema: &Value, depth: u32) -> Value {
        let none = Map::new();
        let known = schema["properties"].as_object().unwrap_or(&none);
        let mut members = Map::new();
        for (name, member) in known {
            let required = schema["required"]
                .as_array()
                .is_some_and(|all| all.contains(&json!(name)));
            if required || self.below(2) == 0 {
                members.insert(name.clone(), self.body(member, depth + 1));
            }
        }
        if self.below(2) == 0 {
            members.insert("ofALaterVersion".into(), json!({"a": [null, 1]}));
        }
        Value::Object(members)
    }

    /// Also stands for a value of an enumeration that no type knows.
    fn text(&mut self) -> Value {
        const TEXTS: [&str; 5] = [
            "",
            "ofALaterVersion",
            "Đặng Thị Ước",
            "<b>&amp;</b>",
            "\u{0}\u{202e}\n",
        ];
        let at = self.below(TEXTS.len() as u64);
        json!(TEXTS[usize::try_from(at).expect("an index")])
    }

    fn integer(&mut self, schema: &Value) -> Value {
        let wide = schema["format"] == "int64";
        // Beyond 2^53, JavaScript no longer tells whole numbers apart.
        let limit = if wide {
            1_i64 << 53
        } else {
            i64::from(i32::MAX)
        };
        let least = schema["minimum"].as_i64().unwrap_or(-limit);
        let most = schema["maximum"].as_i64().unwrap_or(limit);
        let span = u64::try_from(most - least).expect("a range") + 1;
        match self.below(4) {
            0 => json!(least),
            1 => json!(most),
            _ => json!(least + i64::try_from(self.below(span)).expect("within the range")),
        }
    }
}
