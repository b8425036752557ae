//! The keys of those who take cards, and where they are asked. A key is never shown: not in a log, not by `--help`.

use clap::Args;
use std::fmt;

/// A key of somebody else's service. Printing it prints nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    pub fn new(text: &str) -> Secret {
        Secret(text.trim().to_owned())
    }

    /// The key itself, for the request or the signature that needs it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

fn secret(text: &str) -> Result<Secret, std::convert::Infallible> {
    Ok(Secret::new(text))
}

/// Settings of the payment providers; which of them takes cards stands in `resort.toml`. Keys belong into the environment:
/// flags can be seen by everybody on the machine.
#[derive(Args, Clone, Debug)]
pub struct Acquirers {
    /// Stripe's secret key (sk_…), or a restricted one that may write Checkout Sessions and refunds.
    #[arg(long, global = true, env = "STRIPE_KEY", hide_env_values = true, value_parser = secret)]
    pub stripe_key: Option<Secret>,

    /// The signing secret (whsec_…) of the endpoint /hooks/stripe.
    #[arg(long, global = true, env = "STRIPE_WEBHOOK_SECRET", hide_env_values = true, value_parser = secret)]
    pub stripe_webhook_secret: Option<Secret>,

    /// Where Stripe is asked.
    #[arg(long, global = true, env = "STRIPE_API", default_value = "https://api.stripe.com", value_parser = address)]
    pub stripe_api: String,

    /// Where Stripe's payment pages are; another address only if the account has a domain of its own for them.
    #[arg(long, global = true, env = "STRIPE_PAGES", default_value = "https://checkout.stripe.com", value_parser = address)]
    pub stripe_pages: String,

    /// The number of the shop at YooKassa.
    #[arg(long, global = true, env = "YOOKASSA_SHOP")]
    pub yookassa_shop: Option<String>,

    /// The shop's secret key at YooKassa.
    #[arg(long, global = true, env = "YOOKASSA_KEY", hide_env_values = true, value_parser = secret)]
    pub yookassa_key: Option<Secret>,

    /// Where YooKassa is asked.
    #[arg(long, global = true, env = "YOOKASSA_API", default_value = "https://api.yookassa.ru", value_parser = address)]
    pub yookassa_api: String,

    /// Where YooKassa's payment pages are.
    #[arg(long, global = true, env = "YOOKASSA_PAGES", default_value = "https://yoomoney.ru", value_parser = address)]
    pub yookassa_pages: String,
}

/// Without keys: nobody but the sandbox takes cards.
impl Default for Acquirers {
    fn default() -> Acquirers {
        Acquirers {
            stripe_key: None,
            stripe_webhook_secret: None,
            stripe_api: "https://api.stripe.com".to_owned(),
            stripe_pages: "https://checkout.stripe.com".to_owned(),
            yookassa_shop: None,
            yookassa_key: None,
            yookassa_api: "https://api.yookassa.ru".to_owned(),
            yookassa_pages: "https://yoomoney.ru".to_owned(),
        }
    }
}

/// An address keys are sent to: encrypted, or on this machine; without a slash at the end.
fn address(text: &str) -> Result<String, String> {
    let address = text.trim().trim_end_matches('/');
    let (host, here) = match (address.strip_prefix("https://"), address.strip_prefix("http://")) {
        (Some(host), _) => (host, true),
        (_, Some(host)) => (host, ["127.0.0.1", "localhost", "[::1]"].iter().any(|name| host == *name || host.starts_with(&format!("{name}:")))),
        _ => return Err("an address that begins with https://".to_owned()),
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
    if !here || host.is_empty() || !host.chars().all(plain) {
        return Err("an address such as https://api.example, without a path; http:// only on this machine".to_owned());
    }
    Ok(address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_never_printed() {
        let acquirers = Acquirers { stripe_key: Some(Secret::new("sk_test_of_nobody\n")), ..Acquirers::default() };
        assert!(!format!("{acquirers:?}").contains("nobody"));
        assert_eq!(acquirers.stripe_key.unwrap().reveal(), "sk_test_of_nobody");
    }

    #[test]
    fn keys_go_out_encrypted_or_stay_on_the_machine() {
        for good in ["https://api.stripe.com", "https://api.stripe.com/", "http://127.0.0.1:4000", "http://localhost"] {
            assert_eq!(address(good).as_deref(), Ok(good.trim_end_matches('/')));
        }
        for bad in
            ["api.stripe.com", "http://api.stripe.com", "http://127.0.0.1.evil.example", "https://", "https://a b", "https://a/v1", "https://a;b"]
        {
            assert!(address(bad).is_err(), "{bad}");
        }
    }
}
