//! What a printed slip says: the sentences of the guest's language, the codes, and nothing of the room.

use super::{SlipSheet, SlipWords, Stay, WifiSheet, rules};
use crate::base::Fault;
use crate::catalog::shelf::Resort;
use crate::people::login;
use crate::people::slips::Slip;
use crate::server::qr;
use crate::words::Words;

/// Characters of one group of the password.
const GROUP: usize = 5;

/// The sheet of one stay. `public_url` is the address guests reach us under.
pub fn sheet(resort: &Resort, public_url: &str, stay: &Stay, slip: &Slip) -> Result<SlipSheet, Fault> {
    let words = Words::of(stay.lang);
    let wifi = (!resort.wifi_network.is_empty()).then(|| -> Result<WifiSheet, Fault> {
        Ok(WifiSheet {
            qr: qr(&rules::wifi_code(&resort.wifi_network, &resort.wifi_password))?,
            network: resort.wifi_network.clone(),
            password: resort.wifi_password.clone(),
        })
    });
    // Addresses and numbers run from left to right in every language; their own characters do not say so.
    let forward = |text: &str| if stay.lang.is_rtl() { format!("\u{2066}{text}\u{2069}") } else { text.to_owned() };
    let address = forward(public_url.split_once("://").map_or(public_url, |(_, address)| address));
    Ok(SlipSheet {
        stay: stay.id,
        lang: stay.lang,
        resort: resort.name.get(stay.lang).to_owned(),
        logo: resort.logo.clone(),
        name: stay.name.clone(),
        login: login::grouped(&slip.login),
        password: rules::grouped(&slip.password, GROUP),
        qr: qr(&format!("{public_url}{}", slip.path))?,
        wifi: wifi.transpose()?,
        says: SlipWords {
            welcome: words.slip_welcome().to_owned(),
            lead: words.slip_lead().to_owned(),
            login: words.slip_login().to_owned(),
            password: words.slip_password().to_owned(),
            scan: words.slip_scan().to_owned(),
            choose: words.slip_choose().to_owned(),
            enjoy: words.slip_enjoy().to_owned(),
            wifi: words.slip_wifi().to_owned(),
            help: words.slip_help(&address, &forward(&resort.phone)),
        },
    })
}
