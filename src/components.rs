//! Accessible parts, one a file. They know no page and no API.

pub(crate) mod contact;
pub(crate) mod frame;
pub(crate) mod fresh;
pub(crate) mod heading;
pub(crate) mod icon;
pub(crate) mod more_rows;
pub(crate) mod remote_view;
pub(crate) mod search_box;
pub(crate) mod share_bar;
