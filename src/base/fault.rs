use serde::{Deserialize, Serialize};
use server_fn::error::ServerFnErrorErr;

/// What can go wrong at every door, whatever the feature. Each feature's own `Refusal` carries it in one variant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// Nobody is signed in; the last step asks for the slip.
    SignIn,
    /// Not there, or not this caller's: the two are told apart nowhere.
    NotFound,
    /// The stay is over: everything can be read, nothing changed.
    ReadOnly,
    /// This member of staff may not do that.
    NotAllowed,
    /// Too many attempts; try again in so many seconds.
    TooMany(i64),
    /// A field of the form cannot be used; its name.
    Field(String),
    /// The form could not be read at all.
    Malformed,
    /// Our fault: logged with its cause, nothing was changed.
    TryAgain,
}

impl Fault {
    /// The HTTP status that says the same to a machine.
    pub fn status(&self) -> u16 {
        match self {
            Fault::SignIn => 401,
            Fault::NotAllowed | Fault::ReadOnly => 403,
            Fault::NotFound => 404,
            Fault::TooMany(_) => 429,
            Fault::Field(_) => 422,
            Fault::Malformed => 400,
            Fault::TryAgain => 503,
        }
    }
}

impl Fault {
    /// Whether asking once more may well work: a lost network, a busy server, an answer cut short.
    pub fn passes(&self) -> bool {
        matches!(self, Fault::TryAgain | Fault::TooMany(_) | Fault::Malformed)
    }
}

/// Why a door did not open: every one may have one of the common reasons.
pub trait Refusal {
    /// The common reason, if it is one.
    fn fault(&self) -> Option<&Fault>;
}

impl Refusal for Fault {
    fn fault(&self) -> Option<&Fault> {
        Some(self)
    }
}

impl From<ServerFnErrorErr> for Fault {
    fn from(error: ServerFnErrorErr) -> Fault {
        match error {
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) | ServerFnErrorErr::Deserialization(_) => Fault::Malformed,
            _ => Fault::TryAgain,
        }
    }
}

#[cfg(feature = "ssr")]
impl From<sqlx::Error> for Fault {
    /// The border at which a database error becomes "try again": logged once, with its cause.
    fn from(error: sqlx::Error) -> Fault {
        match error {
            sqlx::Error::RowNotFound => Fault::NotFound,
            // PostgreSQL keeps no NUL in a text; nobody types one.
            error if error.as_database_error().is_some_and(|error| error.code().as_deref() == Some("22021")) => Fault::Malformed,
            error => {
                tracing::error!(%error, "the database refused");
                Fault::TryAgain
            }
        }
    }
}

/// Makes an enum with a `Fault(Fault)` variant a server function's error: it crosses the wire as JSON, takes in
/// every fault with `?`, and knows its HTTP status (422 for the feature's own refusals).
macro_rules! refusal {
    ($name:ident) => {
        impl From<$crate::base::Fault> for $name {
            fn from(fault: $crate::base::Fault) -> Self {
                $name::Fault(fault)
            }
        }
        impl $crate::base::Refusal for $name {
            #[allow(unreachable_patterns, reason = "some doors refuse for common reasons only")]
            fn fault(&self) -> Option<&$crate::base::Fault> {
                match self {
                    $name::Fault(fault) => Some(fault),
                    _ => None,
                }
            }
        }
        #[cfg(feature = "ssr")]
        impl From<sqlx::Error> for $name {
            fn from(error: sqlx::Error) -> Self {
                $name::Fault(error.into())
            }
        }
        impl server_fn::error::FromServerFnError for $name {
            type Encoder = server_fn::codec::JsonEncoding;
            fn from_server_fn_error(error: server_fn::error::ServerFnErrorErr) -> Self {
                $name::Fault(error.into())
            }
        }
    };
}
pub(crate) use refusal;

/// The key of a form, by which one that is sent twice is known (RULES I1): made on the server, so ours are plain, with 16 to
/// 64 characters.
#[cfg(feature = "ssr")]
pub fn intent_of(text: &str) -> Result<String, Fault> {
    let plain = (16..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if plain { Ok(text.to_owned()) } else { Err(Fault::Field("intent".into())) }
}

/// An amount in minor units, as a page showed it; nothing when the field is empty, as it is without JavaScript.
#[cfg(feature = "ssr")]
pub fn shown_amount(field: &str, text: &str) -> Result<Option<i64>, Fault> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| Fault::Field(field.to_owned()))
}

/// Doors that can only fail in the common ways answer with the fault itself.
impl server_fn::error::FromServerFnError for Fault {
    type Encoder = server_fn::codec::JsonEncoding;
    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        error.into()
    }
}
