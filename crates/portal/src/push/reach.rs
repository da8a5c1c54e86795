//! Where the portal may call when a citizen's device says where.
//!
//! A push service is a server on the internet. Without this rule whoever can sign in could have
//! the portal call what only the portal reaches: itself, its database's neighbours, the
//! machine's own services.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use url::{Host, Url};

/// The longest endpoint; the longest that browsers give have some hundreds.
const LONGEST: usize = 2000;

/// An endpoint that may be called, as far as its text tells; `local` allows this machine and its
/// network too. A name may still resolve to where it must not lead: see [`Resolver`].
pub(super) fn endpoint(text: &str, local: bool) -> Option<Url> {
    let url = Url::parse(text).ok().filter(|_| text.len() <= LONGEST)?;
    let plain = url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
    let host = url.host()?;
    let (here, public) = match host {
        Host::Domain(name) => {
            let name = name.trim_end_matches('.');
            let here = name == "localhost" || name.ends_with(".localhost");
            (here, !here && name.contains('.'))
        }
        Host::Ipv4(ip) => (ip.is_loopback(), is_public_v4(ip)),
        Host::Ipv6(ip) => (ip.is_loopback(), is_public(ip.into())),
    };
    let fits = match url.scheme() {
        "https" => local || (public && url.port().is_none()),
        "http" => local && here,
        _ => false,
    };
    (plain && fits).then_some(url)
}

/// Resolves names, and leaves out the addresses that must not be called: a name that is public
/// today may lead inside tomorrow.
pub(super) struct Resolver {
    local: bool,
}

impl Resolver {
    pub(super) fn new(local: bool) -> Self {
        Self { local }
    }
}

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let local = self.local;
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let allowed: Vec<_> = found
                .filter(|address| local || is_public(address.ip()))
                .collect();
            if allowed.is_empty() {
                return Err(io::Error::other("leads to no public address").into());
            }
            Ok(Box::new(allowed.into_iter()) as Addrs)
        })
    }
}

/// Whether an address is a server's on the internet.
fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => match ip.to_ipv4_mapped() {
            Some(ip) => is_public_v4(ip),
            None => is_public_v6(ip),
        },
    }
}

/// All but the blocks that IANA's registry sets aside.
fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let shared = a == 100 && (64..128).contains(&b);
    let protocols = (a, b, c) == (192, 0, 0);
    let relays = (a, b, c) == (192, 88, 99);
    let benches = a == 198 && (b == 18 || b == 19);
    let set_aside = ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_documentation()
        || a == 0
        || a >= 224;
    !(set_aside || shared || protocols || relays || benches)
}

/// Global unicast, without what only wraps another address or is set aside within it.
fn is_public_v6(ip: Ipv6Addr) -> bool {
    let [a, b, ..] = ip.segments();
    let unicast = a & 0xe000 == 0x2000;
    let protocols = a == 0x2001 && b < 0x0200;
    let examples = (a == 0x2001 && b == 0x0db8) || a & 0xfff0 == 0x3ff0;
    let wrapped = a == 0x2002;
    unicast && !(protocols || examples || wrapped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_services_of_the_browsers_makers_can_be_called() {
        for text in [
            "https://fcm.googleapis.com/fcm/send/abc:def",
            "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
            "https://web.push.apple.com/QGuQ",
            "https://wns2-par02p.notify.windows.com/w/?token=BQYAAA",
            "https://8.8.8.8/x",
            "https://[2606:4700::1111]/x",
        ] {
            assert!(endpoint(text, false).is_some(), "{text}");
        }
    }

    #[test]
    fn nobody_has_the_portal_call_what_only_the_portal_reaches() {
        for text in [
            "",
            "push",
            "https://",
            "http://push.example/x",
            "ftp://push.example/x",
            "https://push.example:8443/x",
            "https://an@push.example/x",
            "https://push.example/x#y",
            "https://localhost/x",
            "https://db/x",
            "https://a.localhost/x",
            "https://127.0.0.1/x",
            "https://2130706433/x",
            "https://0x7f.1/x",
            "https://0.0.0.0/x",
            "https://10.1.2.3/x",
            "https://172.16.0.1/x",
            "https://192.168.1.1/x",
            "https://169.254.169.254/latest",
            "https://100.64.0.1/x",
            "https://198.18.0.1/x",
            "https://224.0.0.1/x",
            "https://255.255.255.255/x",
            "https://[::1]/x",
            "https://[::]/x",
            "https://[::ffff:10.0.0.1]/x",
            "https://[fd00::1]/x",
            "https://[fe80::1]/x",
            "https://[2002:7f00:1::]/x",
            "https://[2001:db8::1]/x",
            "https://[64:ff9b::a00:1]/x",
        ] {
            assert_eq!(endpoint(text, false), None, "{text}");
        }
        let long = format!("https://push.example/{}", "x".repeat(LONGEST));
        assert_eq!(endpoint(&long, false), None);
    }

    #[test]
    fn on_a_portal_for_trying_out_this_machine_can_be_called_plainly_and_no_other() {
        for text in [
            "http://127.0.0.1:4000/x",
            "http://localhost:4000/x",
            "https://10.0.0.1:8443/x",
        ] {
            assert!(endpoint(text, true).is_some(), "{text}");
        }
        for text in ["http://10.0.0.1/x", "http://push.example/x"] {
            assert_eq!(endpoint(text, true), None, "{text}");
        }
    }

    #[tokio::test]
    async fn a_name_that_leads_inside_is_not_followed() {
        let name = || "localhost".parse::<Name>().expect("a name");
        assert!(Resolver::new(false).resolve(name()).await.is_err());
        assert!(Resolver::new(true).resolve(name()).await.is_ok());
    }
}
