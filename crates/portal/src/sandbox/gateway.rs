//! The sandbox gateway's page, and the way back from any gateway.

use std::sync::Arc;

use axum::extract::{OriginalUri, State};
use axum::response::{IntoResponse, Redirect, Response};
use bytes::Bytes;
use http::{HeaderMap, HeaderName, StatusCode};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::StrDeserializer;

pub(crate) use super::orders::SandboxGateway;
use super::orders::{Choice, Notice};
use super::page::{page, text, titled};
use crate::money::dong;
use crate::payment::gateway::{Order, Outcome};
use crate::payment::rows;
use crate::portal::Portal;
use crate::web::query::Query;
use crate::web::refusal::{Answer, Refusal};

/// Carries a notification's signature.
const SIGNATURE: HeaderName = HeaderName::from_static("payment-signature");
const TITLE: &str = "Thanh toán thử nghiệm";

/// The choices, as values and in words.
const CHOICES: [(&str, &str); 5] = [
    ("pay", "Trả tiền thành công"),
    ("refuse", "Ngân hàng từ chối"),
    ("turnBack", "Quay lại, không trả"),
    ("late", "Trả tiền, ngân hàng xác nhận muộn một phút"),
    ("vanish", "Trả tiền rồi không quay lại cổng"),
];

/// `GET /sandbox/gateway`: what is to be paid, and what shall happen.
pub(super) async fn show(
    State(portal): State<Arc<Portal>>,
    OriginalUri(address): OriginalUri,
) -> Answer {
    let mut query = Query::new(address.query());
    let (order, signature) = ordered(&portal, &mut query)?;
    let outcome = asked(&portal, &order.id).await?;
    if outcome != Outcome::Unknown {
        return Ok(decided(&portal, &order, &outcome));
    }
    Ok(choice(&order, &signature, false))
}

/// The page with its choices; `missed` when none of them was chosen.
fn choice(order: &Order, signature: &str, missed: bool) -> Response {
    let hidden: String = [
        ("order", order.id.as_str()),
        ("amount", &order.amount.to_string()),
        ("about", &order.about),
        ("signature", signature),
    ]
    .iter()
    .map(|(name, value)| {
        format!(
            "<input type=\"hidden\" name=\"{name}\" value=\"{}\">\n",
            text(value)
        )
    })
    .collect();
    let buttons: String = CHOICES
        .iter()
        .map(|(value, words)| {
            format!("<button type=\"submit\" name=\"choice\" value=\"{value}\">{words}</button>\n")
        })
        .collect();
    let error = if missed {
        "<div class=\"error\" role=\"alert\">\n<h2>Chưa có gì xảy ra</h2>\n\
         <p><a href=\"#choices\">Bấm một trong các nút bên dưới để chọn điều sẽ xảy ra.</a></p>\n</div>\n"
    } else {
        ""
    };
    let main = format!(
        "{error}<dl>\n<dt>Nội dung</dt>\n<dd>{}</dd>\n<dt>Số tiền</dt>\n<dd>{}</dd>\n</dl>\n\
         <form method=\"post\" action=\"/sandbox/gateway\">\n{hidden}\
         <h2 id=\"choices\" tabindex=\"-1\">Bạn chọn điều sẽ xảy ra</h2>\n\
         <div class=\"choices\" role=\"group\" aria-labelledby=\"choices\">\n{buttons}</div>\n</form>",
        text(&order.about),
        dong(order.amount),
    );
    let title = if missed {
        format!("Lỗi: {TITLE}")
    } else {
        TITLE.into()
    };
    titled(StatusCode::OK, &title, TITLE, &main)
}

/// `POST /sandbox/gateway`: lets it happen.
pub(super) async fn decide(State(portal): State<Arc<Portal>>, form: Bytes) -> Answer {
    let form = String::from_utf8(form.to_vec()).map_err(|_| Refusal::not_found())?;
    let mut form = Query::new(Some(&form));
    let (order, signature) = ordered(&portal, &mut form)?;
    let word = form.typed("choice");
    let word: StrDeserializer<'_, serde::de::value::Error> = word.as_str().into_deserializer();
    let Ok(choice) = Choice::deserialize(word) else {
        return Ok(match asked(&portal, &order.id).await? {
            Outcome::Unknown => self::choice(&order, &signature, true),
            outcome => decided(&portal, &order, &outcome),
        });
    };
    let (asked_of, about) = (Arc::clone(&portal), order.clone());
    let new = tokio::task::spawn_blocking(move || asked_of.sandbox_gateway.decide(&about, choice));
    let new = matches!(new.await, Ok(Ok(true)));
    if choice == Choice::Vanish && new {
        let words = "<p>Bạn đã trả tiền và ngân hàng không đưa bạn về cổng. Bạn đóng trang này, \
                     rồi mở lại hồ sơ: cổng tự hỏi ngân hàng và thấy khoản đã trả.</p>";
        return Ok(page(StatusCode::OK, "Đã trả tiền", words));
    }
    if new && choice != Choice::Late {
        let notice = serde_json::to_string(&Notice {
            order: order.id.clone(),
        });
        let notice = notice.expect("an id is JSON");
        let signature = portal.sandbox_gateway.sign(&["notice", &notice]);
        take_notice(&portal, notice.as_bytes(), &signature).await?;
    }
    Ok(Redirect::to(&way_back(&portal, &order.id)).into_response())
}

/// `POST /payments/notifications`: a gateway says that something happened to an order.
pub(super) async fn notified(
    State(portal): State<Arc<Portal>>,
    headers: HeaderMap,
    notification: Bytes,
) -> Answer {
    let signature = headers.get(SIGNATURE).and_then(|value| value.to_str().ok());
    take_notice(&portal, &notification, signature.unwrap_or_default()).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn take_notice(portal: &Arc<Portal>, notice: &[u8], signature: &str) -> Result<(), Refusal> {
    let order = portal.gateway.named_in(notice, signature);
    let order = order.ok_or_else(Refusal::cross_site)?;
    portal.refresh_payment(&order).await
}

/// `GET /payments/return`: the browser comes back; on to the app, which asks what happened.
pub(super) async fn come_back(
    State(portal): State<Arc<Portal>>,
    OriginalUri(address): OriginalUri,
) -> Answer {
    let mut query = Query::new(address.query());
    let (order, signature) = (query.typed("order"), query.typed("signature"));
    if !portal
        .sandbox_gateway
        .signed(&["return", &order], &signature)
    {
        return Err(Refusal::not_found());
    }
    portal.refresh_payment(&order).await?;
    let to = portal
        .ask(move |connection| rows::return_to(connection, &order))
        .await?;
    let to = to.ok_or_else(Refusal::not_found)?;
    Ok(Redirect::to(&to).into_response())
}

/// The order in an address or a form; anything the gateway did not sign is not there.
fn ordered(portal: &Portal, from: &mut Query) -> Result<(Order, String), Refusal> {
    let amount = from.typed("amount");
    let order = Order {
        id: from.typed("order"),
        amount: amount.parse().map_err(|_| Refusal::not_found())?,
        about: from.typed("about"),
    };
    let signature = from.typed("signature");
    let words = ["order", &order.id, &amount, &order.about];
    if portal.sandbox_gateway.signed(&words, &signature) {
        Ok((order, signature))
    } else {
        Err(Refusal::not_found())
    }
}

async fn asked(portal: &Arc<Portal>, order: &str) -> Result<Outcome, Refusal> {
    let (portal, order) = (Arc::clone(portal), order.to_owned());
    let asked = tokio::task::spawn_blocking(move || portal.gateway.ask(&order)).await;
    match asked {
        Ok(Ok(outcome)) => Ok(outcome),
        _ => Err(Refusal::internal()),
    }
}

fn way_back(portal: &Portal, order: &str) -> String {
    let signature = portal.sandbox_gateway.sign(&["return", order]);
    format!("/payments/return?order={order}&signature={signature}")
}

/// The page of an order that is decided: nothing can be paid twice here.
fn decided(portal: &Portal, order: &Order, outcome: &Outcome) -> Response {
    let words = match outcome {
        Outcome::Paid { .. } => "Khoản này đã được trả.",
        Outcome::Pending => "Khoản này đang chờ ngân hàng xác nhận.",
        Outcome::Refunded => "Khoản này đã được hoàn lại.",
        _ => "Lần thanh toán này đã kết thúc, không trả được nữa.",
    };
    let main = format!(
        "<p>{words}</p>\n<p><a class=\"button\" href=\"{}\">Về cổng dịch vụ công</a></p>",
        text(&way_back(portal, &order.id))
    );
    page(StatusCode::OK, TITLE, &main)
}
