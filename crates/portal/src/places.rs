//! Places: today's provinces and communes, and the names that people still know.

use std::collections::HashMap;

use motcua_contract::place::{Commune, Province};
use serde::Deserialize;

use crate::collation;

mod matching;

use matching::Name;

/// The address book. Built once from the files in `data/`.
pub(crate) struct Places {
    /// In Vietnamese alphabetical order.
    pub(crate) provinces: Vec<Province>,
    /// In Vietnamese alphabetical order, province by province.
    communes: HashMap<String, Vec<Commune>>,
    /// Every name of today and before.
    names: Vec<Name>,
}

#[derive(Deserialize)]
struct ProvinceRow {
    code: String,
    name: String,
    full_name: String,
}

#[derive(Deserialize)]
struct CommuneRow {
    code: String,
    name: String,
    full_name: String,
    province_code: String,
}

#[derive(Deserialize)]
struct MergerRow {
    new_code: String,
    old_code: String,
    old_name: String,
}

#[derive(Deserialize)]
struct FormerRow {
    old_ward: String,
    old_district: String,
    old_province: String,
    new_ward_code: String,
    /// `full`, or `split` and `split_default` where a commune was divided.
    kind: String,
}

fn rows<T: for<'de> Deserialize<'de>>(text: &str) -> Vec<T> {
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .expect("the files in data/ are well-formed; a test reads them")
}

impl Places {
    /// Reads the files that came with the program.
    pub(crate) fn load() -> Self {
        let provinces = provinces();
        let full_names: HashMap<&str, &str> = provinces
            .iter()
            .map(|province| (province.code.as_str(), province.full_name.as_str()))
            .collect();
        let today: Vec<Commune> = rows::<CommuneRow>(include_str!("../data/wards_3321.csv"))
            .into_iter()
            .map(|row| Commune {
                code: row.code,
                name: row.name,
                full_name: row.full_name,
                province: row.province_code,
            })
            .collect();
        let by_code: HashMap<&str, &Commune> = today
            .iter()
            .map(|commune| (commune.code.as_str(), commune))
            .collect();
        let mut names: Vec<Name> = today
            .iter()
            .map(|commune| Name::today(commune, full_names[commune.province.as_str()]))
            .collect();
        for row in rows::<FormerRow>(include_str!("../data/ward_old_to_new_2025.csv")) {
            // Five rows lead to codes that the official list does not have.
            let Some(commune) = by_code.get(row.new_ward_code.as_str()) else {
                continue;
            };
            names.push(Name::former(
                commune,
                full_names[commune.province.as_str()],
                [&row.old_ward, &row.old_district, &row.old_province],
                row.kind != "full",
            ));
        }
        let mut communes: HashMap<String, Vec<Commune>> = HashMap::new();
        for commune in today {
            communes
                .entry(commune.province.clone())
                .or_default()
                .push(commune);
        }
        for list in communes.values_mut() {
            list.sort_by_cached_key(|commune| collation::key(&commune.name));
        }
        Self {
            provinces,
            communes,
            names,
        }
    }

    /// The communes of a province; none when there is no such province.
    pub(crate) fn communes(&self, province: &str) -> Option<&[Commune]> {
        self.communes.get(province).map(Vec::as_slice)
    }
}

/// What the form engine asks about addresses.
impl motcua_forms::Places for Places {
    fn has(&self, province: &str, commune: &str) -> bool {
        let communes = self.communes(province).unwrap_or_default();
        communes.iter().any(|one| one.code == commune)
    }
}

fn provinces() -> Vec<Province> {
    let mut former: HashMap<String, Vec<String>> = HashMap::new();
    for row in rows::<MergerRow>(include_str!("../data/province_merge_63_to_34.csv")) {
        if row.old_code != row.new_code {
            former.entry(row.new_code).or_default().push(row.old_name);
        }
    }
    let mut provinces: Vec<Province> =
        rows::<ProvinceRow>(include_str!("../data/provinces_34.csv"))
            .into_iter()
            .map(|row| Province {
                former_names: former.remove(&row.code).unwrap_or_default(),
                code: row.code,
                name: row.name,
                full_name: row.full_name,
            })
            .collect();
    provinces.sort_by_cached_key(|province| collation::key(&province.name));
    provinces
}
