//! Draws an answer to be read. Codes of places are put into names as soon as the lists of
//! places are there; until then, and without them, the code stands in for the name.

use leptos::prelude::*;
use motcua_contract::place::{Communes, Provinces};

use super::reading::{Place, Reading};
use crate::api;
use crate::components::fresh::IntoFresh;

/// The answer.
pub(crate) fn reading_view(reading: &Reading) -> AnyView {
    match reading {
        Reading::Nothing => ().into_any(),
        Reading::Text(text) => text.clone().into_any(),
        Reading::Place(place) => self::place(place.clone()),
        Reading::Parts(parts) => {
            let parts = parts.iter().map(|(name, part)| {
                view! {
                    <p><span class="hint">{name.clone()}": "</span>{reading_view(part)}</p>
                }
            });
            parts.collect_view().fresh()
        }
    }
}

fn place(place: Place) -> AnyView {
    let provinces = api::load::<Provinces>(api::path::provinces);
    let communes = (!place.province.is_empty()).then(|| {
        let province = place.province.clone();
        api::load::<Communes>(move || api::path::communes(&province))
    });
    (move || {
        let province = provinces.state.with(|state| {
            let known = state.value().into_iter().flat_map(|known| &known.items);
            name(
                &place.province,
                known.map(|one| (&one.code, &one.full_name)),
            )
        });
        let commune = communes.map(|communes| {
            communes.state.with(|state| {
                let known = state.value().into_iter().flat_map(|known| &known.items);
                name(&place.commune, known.map(|one| (&one.code, &one.full_name)))
            })
        });
        address([&place.detail, &commune.unwrap_or_default(), &province])
    })
    .into_any()
}

/// The name for a code; the code itself where no name is known.
fn name<'a>(code: &str, known: impl Iterator<Item = (&'a String, &'a String)>) -> String {
    let mut known = known;
    let found = known.find(|(one, _)| *one == code);
    found.map_or_else(|| code.to_owned(), |(_, name)| name.clone())
}

/// From the house to the province, as an address is written.
fn address(parts: [&str; 3]) -> String {
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_written_from_the_house_to_the_province() {
        assert_eq!(
            address(["Số 1", "Phường Mẫu", "Tỉnh Mẫu"]),
            "Số 1, Phường Mẫu, Tỉnh Mẫu"
        );
        assert_eq!(
            address(["", "Phường Mẫu", "Tỉnh Mẫu"]),
            "Phường Mẫu, Tỉnh Mẫu"
        );
    }

    #[test]
    fn a_code_without_a_name_stands_for_itself() {
        let known = [("01".to_owned(), "Thành phố Hà Nội".to_owned())];
        let known = || known.iter().map(|(code, name)| (code, name));
        assert_eq!(name("01", known()), "Thành phố Hà Nội");
        assert_eq!(name("99", known()), "99");
    }
}
