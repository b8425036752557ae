//! The desk's pages of stays: the list, a new one, one with its slip, and the slips for print.

mod list;
mod new;
mod sheet;
mod slips;

pub use list::StaysPage;
pub use new::NewStayPage;
pub use sheet::StaySheet;
pub use slips::SlipsPage;

use super::{Person, StayRefusal, Why, Wrong};
use crate::kit::{Tone, say_fault};
use crate::people::Standing;
use crate::words::Words;

/// Why a form could not be used, in one sentence for each field.
fn say_why(words: Words, why: &Why) -> String {
    match why {
        Why::Missing => words.wrong_missing().to_owned(),
        Why::TooLong(n) => words.wrong_too_long(*n),
        Why::NotADay => words.wrong_not_a_day().to_owned(),
        Why::Backwards => words.wrong_backwards().to_owned(),
        Why::FarAway => words.wrong_far_away().to_owned(),
        Why::TooManyNights(n) => words.wrong_too_many_nights(*n),
        Why::NotAnAge => words.wrong_not_an_age().to_owned(),
        Why::LeadIsAChild => words.wrong_lead_is_a_child().to_owned(),
        Why::NameTwice => words.wrong_name_twice().to_owned(),
        Why::TooManyPeople(n) => words.wrong_too_many_people(*n),
        Why::RoomSleeps(n) => words.wrong_room_sleeps(*n),
        Why::RoomTaken => words.wrong_room_taken().to_owned(),
        Why::NotOffered => words.wrong_not_offered().to_owned(),
        Why::ReferenceTaken => words.wrong_reference_taken().to_owned(),
        Why::BookingsOutside(n) => words.wrong_bookings_outside(*n),
    }
}

/// A refusal as one sentence, for the place beside the button.
fn say(words: Words, refusal: &StayRefusal) -> String {
    match refusal {
        StayRefusal::Form(wrongs) => words.wrong_form(wrongs.len() as i64),
        StayRefusal::ChangedMeanwhile => words.stay_changed_meanwhile().to_owned(),
        StayRefusal::Fault(fault) => say_fault(words, fault),
    }
}

/// What is wrong with one field, in words.
fn about(words: Words, refusal: Option<&StayRefusal>, field: &str) -> Option<String> {
    let Some(StayRefusal::Form(wrongs)) = refusal else { return None };
    wrongs.iter().find(|Wrong { field: name, .. }| name == field).map(|wrong| say_why(words, &wrong.why))
}

/// How a stay stands, as a tag.
fn say_standing(words: Words, standing: Standing) -> (Tone, &'static str) {
    match standing {
        Standing::NotYet => (Tone::Info, words.stay_not_yet()),
        Standing::Staying => (Tone::Good, words.stay_staying()),
        Standing::ReadOnly => (Tone::Warn, words.stay_read_only()),
        Standing::Closed => (Tone::Bad, words.stay_closed()),
    }
}

/// "Anna Petrova, 36"
fn say_person(words: Words, person: &Person) -> String {
    words.stay_person(&person.age.to_string(), &person.name)
}
