//! Who may apply (đối tượng thực hiện).

use motcua_contract::service::Audience;

/// Reads the subjects of a record, in the contract's order, each once.
///
/// The source's list was cut at commas, so that one subject of 1,688 records stands as
/// two: "Tổ chức (không bao gồm doanh nghiệp" and "HTX)". The first says it all.
pub(crate) fn read(subjects: &[String]) -> Vec<Audience> {
    let mut audience: Vec<_> = subjects.iter().filter_map(|name| one(name)).collect();
    audience.sort_unstable();
    audience.dedup();
    audience
}

fn one(subject: &str) -> Option<Audience> {
    Some(match subject.trim() {
        "HTX)" => return None,
        "Công dân Việt Nam" => Audience::Citizen,
        "Người Việt Nam định cư ở nước ngoài" => Audience::Overseas,
        "Người nước ngoài" | "Người nước ngoài cư trú tại Việt Nam" => {
            Audience::Foreigner
        }
        "Doanh nghiệp" | "Doanh nghiệp Việt Nam" => Audience::Business,
        "Doanh nghiệp có vốn đầu tư nước ngoài" => Audience::ForeignInvested,
        "Hợp tác xã" => Audience::Cooperative,
        "Tổ chức (không bao gồm doanh nghiệp" | "Tổ chức (không bao gồm doanh nghiệp, HTX)" => {
            Audience::Organisation
        }
        "Tổ chức nước ngoài" => Audience::ForeignOrganisation,
        "Cán bộ, công chức, viên chức" => Audience::Official,
        "Đảng viên" | "Tổ chức Đảng" => Audience::Party,
        _ => Audience::Unknown,
    })
}

/// The same for ranking, which only tells people from companies and offices.
pub(crate) fn for_ranking(audience: &[Audience]) -> motcua_search::Audience {
    use motcua_search::Audience as Rank;
    audience.iter().fold(Rank::UNKNOWN, |all, one| {
        all | match one {
            Audience::Citizen | Audience::Overseas | Audience::Foreigner => Rank::PERSON,
            Audience::Business | Audience::ForeignInvested | Audience::Cooperative => {
                Rank::BUSINESS
            }
            Audience::Organisation | Audience::ForeignOrganisation => Rank::ORGANISATION,
            Audience::Official | Audience::Party => Rank::OFFICIAL,
            Audience::Unknown => Rank::UNKNOWN,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organisation_cut_in_two_at_its_comma_is_one_audience() {
        let subjects = [
            "Tổ chức (không bao gồm doanh nghiệp",
            "HTX)",
            "Công dân Việt Nam",
        ];
        assert_eq!(
            read(&subjects.map(String::from)),
            [Audience::Citizen, Audience::Organisation]
        );
    }

    #[test]
    fn a_subject_of_a_later_catalogue_is_unknown_rather_than_dropped() {
        assert_eq!(read(&["Người máy".into()]), [Audience::Unknown]);
    }
}
