//! Notifications, ways out of the app, live changes.

#![expect(
    dead_code,
    reason = "the functions carry documentation and are never called"
)]

use utoipa::OpenApi;

use super::parameters::{Cursor, IdempotencyKey, LastEvent};
use crate::notification::{
    ChannelOut, DossierNotifications, MarkRead, NotificationChannel, NotificationChannels,
    Notifications, PushMessage, PushSubscribed, PushSubscription, SetChannel,
};

#[derive(OpenApi)]
#[openapi(
    components(schemas(PushMessage)),
    paths(
        list_notifications,
        mark_notifications_read,
        list_notification_channels,
        set_notification_channel,
        subscribe_push,
        unsubscribe_push,
        set_dossier_notifications,
        stream_events
    )
)]
pub(super) struct Paths;

/// The notification centre.
#[utoipa::path(
    get,
    path = "/api/v1/me/notifications",
    operation_id = "listNotifications",
    tag = "notifications",
    params(Cursor),
    responses((status = 200, description = "One page.", body = Notifications)),
    security(("session" = [])),
    extensions(("x-capability" = json!("notifications")))
)]
fn list_notifications() {}

/// Mark notifications as read.
#[utoipa::path(
    post,
    path = "/api/v1/me/notifications/read",
    operation_id = "markNotificationsRead",
    tag = "notifications",
    request_body = MarkRead,
    responses((status = 204, description = "Marked.")),
    security(("session" = [])),
    extensions(("x-capability" = json!("notifications")))
)]
fn mark_notifications_read() {}

/// The ways out of the app that the portal offers.
#[utoipa::path(
    get,
    path = "/api/v1/me/notification-channels",
    operation_id = "listNotificationChannels",
    tag = "notifications",
    responses((status = 200, description = "The ways.", body = NotificationChannels)),
    security(("session" = [])),
    extensions(("x-capability" = json!("notifications")))
)]
fn list_notification_channels() {}

/// Use a way, or stop using it.
#[utoipa::path(
    put,
    path = "/api/v1/me/notification-channels/{kind}",
    operation_id = "setNotificationChannel",
    tag = "notifications",
    params(("kind" = ChannelOut, Path, description = "Which way.")),
    request_body = SetChannel,
    responses((status = 200, description = "As it is now.", body = NotificationChannel)),
    security(("session" = [])),
    extensions(("x-capability" = json!("notifications")))
)]
fn set_notification_channel() {}

/// Have this device told by web push.
///
/// Payloads are encrypted (RFC 8291), hold a `PushMessage` as JSON and no personal data. The
/// same endpoint sent again is the same device; one that another person had is this person's from
/// then on. Signing out on a device ends it there.
#[utoipa::path(
    post,
    path = "/api/v1/me/push-subscriptions",
    operation_id = "subscribePush",
    tag = "notifications",
    params(IdempotencyKey),
    request_body = PushSubscription,
    responses((status = 201, description = "Subscribed.", body = PushSubscribed)),
    security(("session" = [])),
    extensions(("x-capability" = json!("notifications")))
)]
fn subscribe_push() {}

/// Stop telling this device.
#[utoipa::path(
    delete,
    path = "/api/v1/me/push-subscriptions/{id}",
    operation_id = "unsubscribePush",
    tag = "notifications",
    params(
        ("id" = String, Path, description = "The subscription’s id.", min_length = 1, max_length = 100, example = "w1")
    ),
    responses((status = 204, description = "Stopped.")),
    security(("session" = [])),
    extensions(("x-capability" = json!("notifications")))
)]
fn unsubscribe_push() {}

/// Choose how to hear of one dossier.
#[utoipa::path(
    put,
    path = "/api/v1/dossiers/{code}/notifications",
    operation_id = "setDossierNotifications",
    tag = "notifications",
    params(
        ("code" = String, Path, description = "The dossier’s code.", min_length = 1, max_length = 100, example = "H15.50.05.13-261008-0975")
    ),
    request_body = DossierNotifications,
    responses((status = 200, description = "As it is now.", body = DossierNotifications)),
    security(("session" = [])),
    extensions(("x-capability" = json!("notifications")))
)]
fn set_dossier_notifications() {}

/// Changes as they happen.
///
/// Server-sent events named `dossier`, `notifications`, `upload`, `portal`, `session` and `resync`.
/// The data says what changed and no more. A comment comes at least every 20 seconds.
#[utoipa::path(
    get,
    path = "/api/v1/events",
    operation_id = "streamEvents",
    tag = "notifications",
    params(LastEvent),
    responses(
        (status = 200, description = "Events until one side closes.", body = String, content_type = "text/event-stream")
    ),
    security(("session" = [])),
    extensions(("x-capability" = json!("liveChanges")))
)]
fn stream_events() {}
