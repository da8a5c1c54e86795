//! A public service (dịch vụ công): what one can apply for.

use serde::{Deserialize, Serialize};

use crate::channel::{Channel, Fee, TimeLimit};
use crate::text::LocalText;

/// A named thing with an id: a field or an agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Named {
    /// Stable within the portal, fit for an address (`ho-tich`).
    pub id: String,
    /// As officially written.
    pub name: String,
}

/// Just enough of a service to link to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ServiceLink {
    /// The official code, like `1.001193`. Opaque: never computed with.
    pub code: String,
    /// The official name.
    pub name: String,
}

/// A service as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct ServiceSummary {
    /// The official code.
    pub code: String,
    /// The official name.
    pub name: String,
    /// Subject area (lĩnh vực).
    pub field: Named,
    /// The ministry or body whose procedure it is.
    pub agency: Named,
    /// The levels of government that settle it.
    #[serde(default)]
    pub levels: Vec<GovernmentLevel>,
    /// Who may apply.
    #[serde(default)]
    pub audience: Vec<Audience>,
    /// How far it can be done online on this portal.
    pub online: OnlineLevel,
    /// The processing time, when every way of filing states the same one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<TimeLimit>,
    /// The fee, when every way of filing states the same one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fee: Option<Fee>,
}

/// A level of government.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum GovernmentLevel {
    /// Cấp xã.
    Commune,
    /// Cấp tỉnh.
    Province,
    /// Cấp bộ.
    Ministry,
    /// Cơ quan khác.
    #[serde(other)]
    Other,
}

/// Who may apply (đối tượng thực hiện).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum Audience {
    /// Công dân Việt Nam.
    Citizen,
    /// Người Việt Nam định cư ở nước ngoài.
    Overseas,
    /// Người nước ngoài.
    Foreigner,
    /// Doanh nghiệp Việt Nam hoặc doanh nghiệp nói chung.
    Business,
    /// Doanh nghiệp có vốn đầu tư nước ngoài.
    ForeignInvested,
    /// Hợp tác xã.
    Cooperative,
    /// Tổ chức (không bao gồm doanh nghiệp, HTX).
    Organisation,
    /// Tổ chức nước ngoài.
    ForeignOrganisation,
    /// Cán bộ, công chức, viên chức.
    Official,
    /// Đảng viên và tổ chức Đảng.
    Party,
    /// An audience this version does not know.
    #[serde(other)]
    Unknown,
}

/// How far a service can be done online (mức độ cung cấp dịch vụ).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum OnlineLevel {
    /// Toàn trình: wholly online.
    Full,
    /// Một phần: a step needs presence; the public reason stands in `filing.reason`.
    Partial,
    /// The procedure names an online way, but the portal does not say how far it goes.
    NotStated,
    /// The procedure names no online way.
    None,
    /// A level this version does not know: show as not stated.
    #[serde(other)]
    Unknown,
}

/// Whether this portal takes dossiers for a service, and if not, why not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Filing {
    /// Open, closed or paused.
    pub state: FilingState,
    /// The public reason when it is not open, or when it is only partly online.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<LocalText>,
}

/// Whether a service can be filed on this portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum FilingState {
    /// One can start now.
    Open,
    /// Not for the time being.
    Paused,
    /// Not on this portal.
    #[serde(other)]
    NotOffered,
}

/// Everything published about a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Service {
    /// The official code.
    pub code: String,
    /// Codes it had before; requests for them are answered with this service.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former_codes: Vec<String>,
    /// The official name.
    pub name: String,
    /// Subject area (lĩnh vực).
    pub field: Named,
    /// The ministry or body whose procedure it is.
    pub agency: Named,
    /// The levels of government that settle it.
    #[serde(default)]
    pub levels: Vec<GovernmentLevel>,
    /// Who may apply.
    #[serde(default)]
    pub audience: Vec<Audience>,
    /// How far it can be done online on this portal.
    pub online: OnlineLevel,
    /// Whether one can file it here.
    pub filing: Filing,
    /// Who decides (cơ quan có thẩm quyền), in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// Who does the work (cơ quan thực hiện).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub executing_agency: Option<String>,
    /// Who takes part (cơ quan phối hợp).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coordinating_agency: Option<String>,
    /// Where papers are handed in (địa chỉ tiếp nhận).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receiving_address: Option<String>,
    /// The ways of filing with their times and fees.
    #[serde(default)]
    pub channels: Vec<Channel>,
    /// What happens in turn (trình tự thực hiện).
    #[serde(default)]
    pub steps: Vec<Step>,
    /// The papers, by case (thành phần hồ sơ theo trường hợp).
    #[serde(default)]
    pub cases: Vec<Case>,
    /// What one must fulfil (yêu cầu, điều kiện), in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conditions: Option<String>,
    /// What one gets (kết quả).
    #[serde(default)]
    pub results: Vec<ServiceResult>,
    /// Numbers of the legal documents it rests on.
    #[serde(default)]
    pub legal_basis: Vec<LegalDocument>,
    /// The decision that published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<String>,
    /// Who may set its details (loại thủ tục), in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procedure_type: Option<String>,
    /// The page it was taken from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_url: Option<String>,
    /// What is known to be wrong or missing in this record, for people.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub defects: Vec<Defect>,
}

/// One step of a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Step {
    /// The step's heading where the source numbers its steps ("Bước 1").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The source's words; line breaks are the source's.
    pub text: String,
}

/// A case (trường hợp): a variant that changes which papers are needed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Case {
    /// Stable within the service, fit for an address.
    pub id: String,
    /// What the case is; absent when the service has one case without a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its papers are for everyone: the name is a heading ("Giấy tờ phải nộp", "Lưu ý")
    /// and no variant to choose. Without a name that goes without saying. See
    /// `motcua_contract::cases` for how an app tells what to offer.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub for_everyone: bool,
    /// The papers it needs.
    #[serde(default)]
    pub requirements: Vec<Requirement>,
}

/// A paper or form that the dossier needs (thành phần hồ sơ).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Requirement {
    /// Stable within the service.
    pub id: String,
    /// The source's words.
    pub name: String,
    /// How many originals; 0 with 0 copies means an explanation rather than a paper.
    #[serde(default)]
    pub originals: u32,
    /// How many copies.
    #[serde(default)]
    pub copies: u32,
    /// Names of the official form's files at the source ("Mẫu CT01.doc"): a form that the
    /// portal lets one fill in takes the place of the paper.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub form_files: Vec<String>,
}

impl Requirement {
    /// Whether it names a paper; a line with neither originals nor copies explains.
    #[must_use]
    pub fn is_paper(&self) -> bool {
        self.originals > 0 || self.copies > 0
    }
}

/// What one gets at the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ServiceResult {
    /// The result's code (`KQ.G01.00262`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Its name.
    pub name: String,
}

/// A legal document, by its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LegalDocument {
    /// Its number (`68/2013/TT-BCA`).
    pub number: String,
    /// Its title, when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Where to read it, when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// What a reader of the record must know about its quality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum Defect {
    /// A time is printed without its unit and shown as not stated.
    TimeWithoutUnit,
    /// A fee of 0 comes with a note that says otherwise.
    FeeInNote,
    /// A fee's end date has passed.
    FeeExpired,
    /// Time and fee could not be told apart.
    TimeAndFeeMixed,
    /// A fee is too small to be right.
    FeeImplausible,
    /// Lines of the steps stand out of order at the source.
    StepsOutOfOrder,
    /// A defect this version does not know.
    #[serde(other)]
    Unknown,
}
