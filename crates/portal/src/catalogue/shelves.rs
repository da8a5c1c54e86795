//! Subject areas and bodies: their ids, names and counts.

use std::collections::{BTreeMap, HashMap};

use motcua_contract::catalogue::Shelf;

use crate::collation;
use crate::reading::record::Record;
use crate::slug::{Slugs, slug};

/// Shelves of one kind.
pub(super) struct Shelving {
    /// In Vietnamese alphabetical order.
    pub(super) shelves: Vec<Shelf>,
    /// From the name, as officially written, to the id.
    pub(super) ids: HashMap<String, String>,
}

impl Shelving {
    /// Puts each record on the shelf that `name` says and counts it.
    pub(super) fn new<'a>(
        records: &'a [Record],
        name: impl Fn(&'a Record) -> &'a String,
        personal: impl Fn(&Record) -> bool,
    ) -> Self {
        // Sorted by name, so that two names with one slug get the same ids every time.
        let mut counts: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
        for record in records {
            let count = counts.entry(name(record).trim()).or_default();
            count.0 += 1;
            count.1 += u32::from(personal(record));
        }
        let mut slugs = Slugs::default();
        let mut shelves: Vec<Shelf> = counts
            .into_iter()
            .map(|(name, (count, personal))| Shelf {
                id: slugs.unique(slug(name)),
                name: name.into(),
                count,
                personal,
            })
            .collect();
        shelves.sort_by_cached_key(|shelf| collation::key(&shelf.name));
        let ids = shelves
            .iter()
            .map(|shelf| (shelf.name.clone(), shelf.id.clone()))
            .collect();
        Self { shelves, ids }
    }
}
