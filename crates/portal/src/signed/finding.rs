//! What a check found, as a verdict and in plain words.

use motcua_contract::dossier::result::SignatureVerdict;
use motcua_contract::text::LocalText;

/// See the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Finding {
    /// All of it holds.
    Sound,
    /// The file's bytes are not those that were signed, or the signature is not the signer's.
    Changed,
    /// The signature leaves out bytes of the file besides its own.
    Uncovered,
    /// Something was added to the file afterwards, and nobody signed that.
    Added,
    /// A certificate of the chain was not in force when the file was signed.
    NotInForce,
    /// The certificate is not for signing, or one of the chain not for issuing.
    NotForThis,
    /// A certificate of the chain was in force at the time, and has ended since.
    Ended,
    /// It says that it was signed at a time that is still to come.
    ToCome,
    /// No authority that the portal trusts issued the certificate.
    Stranger,
    /// Somebody signed the file again after this.
    Followed,
    /// The shape or the method is not one that is known here.
    Unknown,
}

impl Finding {
    /// Whether the bytes or the signature fail, whoever signed.
    pub(super) fn is_broken(self) -> bool {
        matches!(self, Self::Changed | Self::Uncovered)
    }

    pub(super) fn verdict(self) -> SignatureVerdict {
        match self {
            Self::Sound => SignatureVerdict::Valid,
            Self::Changed | Self::Uncovered | Self::Added | Self::NotInForce | Self::NotForThis => {
                SignatureVerdict::Invalid
            }
            Self::Ended | Self::ToCome | Self::Stranger | Self::Followed | Self::Unknown => {
                SignatureVerdict::Unchecked
            }
        }
    }

    pub(super) fn words(self) -> LocalText {
        let (vi, en) = match self {
            Self::Sound => (
                "Tệp còn nguyên như khi ký. Chứng thư còn hiệu lực và do nơi cổng tin cậy cấp. \
                 Cổng không tra được chứng thư có bị thu hồi hay không.",
                "The file is as it was signed. The certificate is in force and was issued by an \
                 authority that the portal trusts. Whether it was revoked the portal cannot tell.",
            ),
            Self::Changed => (
                "Nội dung tệp không còn như khi ký.",
                "The file is not as it was signed.",
            ),
            Self::Uncovered => (
                "Chữ ký chừa lại một phần của tệp, nên không bảo đảm được cả tệp.",
                "The signature leaves out a part of the file, so it does not vouch for all of it.",
            ),
            Self::Added => (
                "Tệp có phần được thêm vào sau khi ký.",
                "Something was added to the file after it was signed.",
            ),
            Self::NotInForce => (
                "Lúc ký, chứng thư chưa có hiệu lực hoặc đã hết hiệu lực.",
                "The certificate was not in force when the file was signed.",
            ),
            Self::NotForThis => (
                "Chứng thư không được cấp để ký tài liệu.",
                "The certificate was not issued for signing documents.",
            ),
            Self::Ended => (
                "Tệp còn nguyên như khi ký, nhưng chứng thư nay đã hết hạn nên cổng không kết \
                 luận được.",
                "The file is as it was signed, but the certificate has ended since, so the portal \
                 cannot tell.",
            ),
            Self::ToCome => (
                "Tệp còn nguyên như khi ký, nhưng giờ ký ghi trong tệp là giờ chưa đến.",
                "The file is as it was signed, but says it was signed at a time still to come.",
            ),
            Self::Stranger => (
                "Tệp còn nguyên như khi ký, nhưng cổng không biết nơi đã cấp chứng thư nên không \
                 nói được ai đã ký.",
                "The file is as it was signed, but the portal does not know who issued the \
                 certificate, so it cannot say who signed.",
            ),
            Self::Followed => (
                "Sau chữ ký này tệp được ký tiếp. Cổng không so những gì thêm vào giữa hai lần \
                 ký: bạn xem chữ ký sau cùng.",
                "The file was signed again after this. The portal does not compare what was added \
                 in between: see the last signature.",
            ),
            Self::Unknown => (
                "Chữ ký theo một cách mà cổng chưa kiểm tra được.",
                "The signature is made in a way that the portal cannot check.",
            ),
        };
        LocalText::new(vi, en)
    }
}
