use clap::Args;
use std::fmt;

/// Where the cash register is that numbers and signs receipts, and what questions to it are signed with. Only a resort that
/// says `cash_register = "http"` needs it.
#[derive(Args, Clone, Default)]
pub struct CashRegister {
    /// The address of the cash register that receipts are sent to (https://…); docs/CASH-REGISTER.md says what it is asked.
    #[arg(id = "cash_register_url", long = "cash-register-url", global = true, env = "CASH_REGISTER_URL", value_name = "URL")]
    pub url: Option<String>,

    /// The secret that is shared with the cash register. Give it in the environment: others can see a program's flags.
    #[arg(
        id = "cash_register_key",
        long = "cash-register-key",
        global = true,
        env = "CASH_REGISTER_KEY",
        hide_env_values = true,
        value_name = "SECRET"
    )]
    pub key: Option<String>,
}

/// Without the secret.
impl fmt::Debug for CashRegister {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CashRegister").field("url", &self.url).field("key", &self.key.is_some()).finish()
    }
}
