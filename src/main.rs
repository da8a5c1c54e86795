//! Một Cửa, the app: starts it.
//!
//! Logic lives in plain functions that host tests reach ([`route`], [`config`],
//! [`settings`], [`format`], [`remote`]); each effect on the browser has one
//! owner ([`focus`], [`title`], [`announce`], [`storage`], [`scroll`],
//! [`connection`], [`api`]); pages and components stay thin.

#![allow(
    unreachable_pub,
    reason = "Leptos's component macro makes a `pub` of every component's visibility"
)]

mod address;
mod announce;
mod api;
mod app;
mod canonical_json;
mod checklist;
mod clock;
mod components;
mod config;
mod connection;
mod digest;
mod focus;
mod form;
mod format;
mod i18n;
mod json;
mod live;
mod official_text;
mod offline;
mod outbox;
mod outlet;
mod pages;
mod papers;
mod prefill;
mod push;
mod qr;
mod remote;
mod route;
mod scroll;
mod search;
mod sent;
mod session;
mod settings;
mod share;
mod storage;
mod title;
mod unsent;

fn main() {
    app::start();
}
