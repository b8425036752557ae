//! The kit: small parts every page is made of. It knows no feature; texts come in
//! already spoken, except the common faults. Markup of each part, and of those that are plain CSS: docs/STYLE.md

mod alert;
mod chunk;
mod clock;
mod console;
mod dialog;
mod empty;
mod field;
mod frame;
mod hold;
mod icon;
mod kept;
mod languages;
mod month;
mod page;
mod scan;
mod shelf;
mod skeleton;
mod stepper;
mod strip;
mod tag;
mod timeline;
mod typed;

pub use alert::Alert;
pub use chunk::{PathParts, page_by_address, use_params_map};
pub(crate) use chunk::{chunk, pages};
pub use clock::{Clock, use_clock};
pub use console::{Age, ConsoleFault, ConsoleHead, Side};
pub use dialog::{Dialog, Sheet};
pub use empty::Empty;
pub use field::{Choice, Field};
pub use frame::{Changed, Colleague, Frame, Me, Unread, say_fault, use_changed, use_frame};
pub use hold::{HoldBar, Ring};
pub use icon::Icon;
pub use kept::{Kept, NotFresh};
pub use languages::LanguageList;
pub use month::MonthGrid;
pub use page::{PageHead, PageTitle};
pub use scan::ScanButton;
pub use shelf::{OfferCard, Row, Shelf};
pub use skeleton::Skeleton;
pub use stepper::Stepper;
pub use strip::{DayChip, DayStrip};
pub use tag::{Tag, Tone};
pub use timeline::{Fact, Step, StepState, Steps, Timeline};
pub use typed::{Typed, typed, typed_inside};
