//! Which sample belongs to which operation, and to which type.

use serde_json::Value;

use super::Place::{Answer, Refusal, Request};
use super::{Sample, through};
use crate::catalogue::{Catalogue, Shelves};
use crate::consent::{AccessLog, Consent, Consents, GiveConsent};
use crate::dossier::ending::Withdraw;
use crate::dossier::message::{Message, Messages, WriteMessage};
use crate::dossier::payment::{Payment, PaymentStarted, Payments, StartPayment};
use crate::dossier::receipt::Receipt;
use crate::dossier::supplement::AnswerSupplement;
use crate::dossier::{Dossier, Dossiers};
use crate::draft::{Draft, DraftConflict, DraftContent, Drafts};
use crate::feedback::{Feedback, GiveFeedback, PublishedFeedback, ReopenFeedback};
use crate::form::Form;
use crate::held_document::HeldDocuments;
use crate::help::{HelpTopic, HelpTopics, LegalDocuments};
use crate::life_event::LifeEvents;
use crate::lookup::{Lookup, PublicDossier};
use crate::my_data::{DataExport, Deletion};
use crate::notification::{
    DossierNotifications, MarkRead, NotificationChannel, NotificationChannels, Notifications,
    PushSubscribed, PushSubscription, SetChannel,
};
use crate::place::{Communes, PlaceMatches, Provinces};
use crate::portal::Portal;
use crate::profile::{Mandates, Profile, ReportReceived, WrongValueReport};
use crate::quality::Quality;
use crate::rating::{GiveRating, PublishedRatings, Rating};
use crate::search::{RelatedServices, ServiceList, Suggestions};
use crate::service::Service;
use crate::session::{Devices, Session, SignedOut};
use crate::signature::{ConfirmSigning, Signing, StartSigning};
use crate::submission::Submission;
use crate::upload::Upload;
use crate::usage::Usage;

macro_rules! samples {
    ($($operation:literal $place:ident $(($status:literal))? $name:literal $type:ty = $file:literal;)*) => {
        /// Every sample. Of an operation's answers, mocks send the first by name.
        pub const SAMPLES: &[Sample] = &[$(Sample {
            operation: $operation,
            place: $place $(($status))?,
            name: $name,
            json: include_str!(concat!("../../../samples/", $file)),
            through_type: through::<$type>,
        }),*];
    };
}

samples! {
    "getPortal" Answer "sample" Portal = "getPortal.json";
    "getContract" Answer "sample" Value = "getContract.json";
    "searchServices" Answer "all" ServiceList = "searchServices.json";
    "suggestServices" Answer "khai" Suggestions = "suggestServices.json";
    "getService" Answer "birth" Service = "getService.1.001193.json";
    "getService" Answer "licence" Service = "getService.3.000348.json";
    "getService" Answer "residence" Service = "getService.1.004194.json";
    "getRelatedServices" Answer "birth" RelatedServices = "getRelatedServices.json";
    "listFields" Answer "all" Shelves = "listFields.json";
    "listAgencies" Answer "all" Shelves = "listAgencies.json";
    "getCatalogue" Answer "all" Catalogue = "getCatalogue.json";
    "listLifeEvents" Answer "all" LifeEvents = "listLifeEvents.json";
    "listProvinces" Answer "two" Provinces = "listProvinces.json";
    "listCommunes" Answer "three" Communes = "listCommunes.json";
    "matchPlaces" Answer "former" PlaceMatches = "matchPlaces.json";
    "getSession" Answer "sample" Session = "getSession.json";
    "signOut" Answer "sample" SignedOut = "signOut.json";
    "extendSession" Answer "sample" Session = "extendSession.json";
    "listDevices" Answer "sample" Devices = "listDevices.json";
    "getProfile" Answer "sample" Profile = "getProfile.json";
    "reportWrongValue" Request "sample" WrongValueReport = "reportWrongValue.request.json";
    "reportWrongValue" Answer "sample" ReportReceived = "reportWrongValue.json";
    "listDocuments" Answer "sample" HeldDocuments = "listDocuments.json";
    "listMandates" Answer "sample" Mandates = "listMandates.json";
    "listConsents" Answer "sample" Consents = "listConsents.json";
    "giveConsent" Request "sample" GiveConsent = "giveConsent.request.json";
    "giveConsent" Answer "sample" Consent = "giveConsent.json";
    "withdrawConsent" Answer "sample" Consent = "withdrawConsent.json";
    "getAccessLog" Answer "sample" AccessLog = "getAccessLog.json";
    "startExport" Answer "sample" DataExport = "startExport.json";
    "getExport" Answer "sample" DataExport = "getExport.json";
    "previewDeletion" Answer "sample" Deletion = "previewDeletion.json";
    "requestDeletion" Answer "sample" Deletion = "requestDeletion.json";
    "listNotifications" Answer "sample" Notifications = "listNotifications.json";
    "markNotificationsRead" Request "sample" MarkRead = "markNotificationsRead.request.json";
    "listNotificationChannels" Answer "sample" NotificationChannels = "listNotificationChannels.json";
    "setNotificationChannel" Request "sample" SetChannel = "setNotificationChannel.request.json";
    "setNotificationChannel" Answer "sample" NotificationChannel = "setNotificationChannel.json";
    "subscribePush" Request "sample" PushSubscription = "subscribePush.request.json";
    "subscribePush" Answer "sample" PushSubscribed = "subscribePush.json";
    "setDossierNotifications" Request "sample" DossierNotifications = "setDossierNotifications.request.json";
    "setDossierNotifications" Answer "sample" DossierNotifications = "setDossierNotifications.json";
    "getForm" Answer "sample" Form = "getForm.json";
    "getAnswersSchema" Answer "sample" Value = "getAnswersSchema.json";
    "listDrafts" Answer "sample" Drafts = "listDrafts.json";
    "createDraft" Request "sample" DraftContent = "createDraft.request.json";
    "createDraft" Answer "sample" Draft = "createDraft.json";
    "getDraft" Answer "sample" Draft = "getDraft.json";
    "saveDraft" Request "sample" DraftContent = "saveDraft.request.json";
    "saveDraft" Answer "sample" Draft = "saveDraft.json";
    "saveDraft" Refusal(412) "sample" DraftConflict = "saveDraft.conflict.json";
    "getUpload" Answer "sample" Upload = "getUpload.json";
    "submitDossier" Request "sample" Submission = "submitDossier.request.json";
    "submitDossier" Answer "sample" Dossier = "submitDossier.json";
    "listDossiers" Answer "sample" Dossiers = "listDossiers.json";
    "getDossier" Answer "needsYou" Dossier = "getDossier.json";
    "getDossier" Answer "returned" Dossier = "getDossier.returned.json";
    "answerSupplement" Request "sample" AnswerSupplement = "answerSupplement.request.json";
    "answerSupplement" Answer "sample" Dossier = "answerSupplement.json";
    "withdrawDossier" Request "sample" Withdraw = "withdrawDossier.request.json";
    "withdrawDossier" Answer "sample" Dossier = "withdrawDossier.json";
    "listMessages" Answer "sample" Messages = "listMessages.json";
    "writeMessage" Request "sample" WriteMessage = "writeMessage.request.json";
    "writeMessage" Answer "sample" Message = "writeMessage.json";
    "getReceipt" Answer "sample" Receipt = "getReceipt.json";
    "listPayments" Answer "sample" Payments = "listPayments.json";
    "startPayment" Request "sample" StartPayment = "startPayment.request.json";
    "startPayment" Answer "sample" PaymentStarted = "startPayment.json";
    "getPayment" Answer "sample" Payment = "getPayment.json";
    "startSigning" Request "sample" StartSigning = "startSigning.request.json";
    "startSigning" Answer "sample" Signing = "startSigning.json";
    "getSigning" Answer "sample" Signing = "getSigning.json";
    "confirmSigning" Request "sample" ConfirmSigning = "confirmSigning.request.json";
    "confirmSigning" Answer "sample" Signing = "confirmSigning.json";
    "lookUpDossier" Request "sample" Lookup = "lookUpDossier.request.json";
    "lookUpDossier" Answer "sample" PublicDossier = "lookUpDossier.json";
    "rateDossier" Request "sample" GiveRating = "rateDossier.request.json";
    "rateDossier" Answer "sample" Rating = "rateDossier.json";
    "getServiceRatings" Answer "sample" PublishedRatings = "getServiceRatings.json";
    "giveFeedback" Request "sample" GiveFeedback = "giveFeedback.request.json";
    "giveFeedback" Answer "sample" Feedback = "giveFeedback.json";
    "searchPublishedFeedback" Answer "sample" PublishedFeedback = "searchPublishedFeedback.json";
    "getFeedback" Answer "sample" Feedback = "getFeedback.json";
    "reopenFeedback" Request "sample" ReopenFeedback = "reopenFeedback.request.json";
    "reopenFeedback" Answer "sample" Feedback = "reopenFeedback.json";
    "searchHelp" Answer "sample" HelpTopics = "searchHelp.json";
    "getHelpTopic" Answer "sample" HelpTopic = "getHelpTopic.json";
    "searchLegalDocuments" Answer "sample" LegalDocuments = "searchLegalDocuments.json";
    "getQuality" Answer "sample" Quality = "getQuality.json";
    "sendUsage" Request "sample" Usage = "sendUsage.request.json";
}
