//! What the desk does: a check-in taken back, more places, holds kept or given back.

use super::Model;
use crate::walks::world::{SESSIONS, instant};
use cabana::base::Fault;
use cabana::booking::{BookingRefusal, BookingState};
use cabana::catalog::NoShow;
use std::collections::BTreeMap;

const HALF_A_DAY: i64 = 12 * 3600;
/// So many seconds after the start it can be said that somebody did not come.
const LATE: i64 = 15 * 60;

impl Model {
    /// Whoever was let in again since stays in (K6).
    pub(super) fn undo(&mut self, ticket: u64, seen: i64) -> Result<(), BookingRefusal> {
        let (id, index) = self.holder(ticket).ok_or(Fault::NotFound)?;
        self.touched.insert(id);
        let booking = &self.bookings[&id];
        if !self.admits(&booking.when) {
            return Err(BookingRefusal::Past);
        }
        let (state, entered) = (self.state(booking), booking.people[index].entered);
        match entered {
            None => Ok(()),
            Some(at) if at == seen && matches!(state, BookingState::Held | BookingState::Confirmed) => {
                self.change(id, "check_in_undone").people[index].entered = None;
                Ok(())
            }
            Some(_) if state != BookingState::Confirmed => Err(BookingRefusal::NotNow(BookingState::Cancelled)),
            Some(_) => Err(BookingRefusal::CheckedIn),
        }
    }

    /// Once they are late enough, and as the offer said when it was sold (K8, K9).
    pub(super) fn missed(&mut self, ticket: u64, missed: bool) -> Result<(), BookingRefusal> {
        let (id, index) = self.holder(ticket).ok_or(Fault::NotFound)?;
        self.touched.insert(id);
        let booking = &self.bookings[&id];
        if self.state(booking) != BookingState::Confirmed || self.now < booking.when.starts + LATE {
            return Err(BookingRefusal::NotNow(BookingState::Confirmed));
        }
        let person = booking.people[index].clone();
        if person.entered.is_some() {
            return Err(BookingRefusal::CheckedIn);
        }
        if person.missed == missed {
            return Ok(());
        }
        if !missed {
            if !self.came(id, index) {
                return Err(BookingRefusal::GoneBack);
            }
            self.change(id, "missed_undone").people[index].missed = false;
            return Ok(());
        }
        let back = match booking.when.offer().no_show {
            NoShow::Refund => person.due(),
            NoShow::Policy => person.due() - self.kept_at_the_start(booking, person.due()),
            NoShow::Keep => 0,
        };
        let lent = booking.used.iter().position(|used| used.guest.is_none_or(|whose| whose == person.guest));
        let lent = lent.filter(|_| person.included && booking.when.offer().no_show == NoShow::Refund);
        let booking = self.change(id, "missed");
        let lent = lent.map(|one| booking.used.remove(one)).or(person.lent);
        let person = &mut booking.people[index];
        (person.missed, person.lent) = (true, lent);
        person.given = person.given.max(back);
        Ok(())
    }

    /// Takes back what came back to somebody; not when the package's share went to something else meanwhile, also to what is
    /// held no more and was not given back yet.
    pub(super) fn came(&mut self, id: i64, index: usize) -> bool {
        let booking = &self.bookings[&id];
        let (stay, lent) = (booking.stay, booking.people[index].lent);
        if let Some(share) = lent {
            let uses = |(_, other): &(i64, &super::Booking)| matches!(other.left, BookingState::Held | BookingState::Confirmed);
            let used = self.of_stay(stay).filter(uses).flat_map(|(_, other)| &other.used).filter(|used| **used == share).count();
            let times = super::given(stay, booking.when.offer()).map_or(0, |line| line.times);
            if used >= usize::try_from(times).unwrap() {
                return false;
            }
        }
        let booking = self.bookings.get_mut(&id).unwrap();
        booking.used.extend(lent);
        (booking.people[index].given, booking.people[index].lent) = (0, None);
        true
    }

    /// Never fewer than are taken, and no colleague's change is overwritten (C11, G3).
    pub(super) fn allow(&mut self, session: usize, beyond: i64, seen: i64) -> Result<(), BookingRefusal> {
        self.lapse();
        let allowed = self.beyond.get(&session).copied().unwrap_or_default();
        let (plan, taken) = (&SESSIONS[session], self.taken(session, None));
        let ends = super::When::of(super::Place::Session(session)).map_or(0, |when| when.ends);
        if allowed == seen && plan.capacity + beyond >= taken && !self.off.contains(&session) && ends > self.now {
            self.beyond.insert(session, beyond);
            self.pass_on();
            return Ok(());
        }
        if allowed == beyond {
            return Ok(());
        }
        if allowed == seen && plan.capacity + beyond < taken {
            return Err(BookingRefusal::Full { left: plan.capacity + allowed - taken, alternatives: Vec::new() });
        }
        Err(BookingRefusal::NotNow(BookingState::Confirmed))
    }

    /// Longer than it would last, and never beyond its start (H13).
    pub(super) fn keep(&mut self, id: i64, wall: i64) -> Result<(), BookingRefusal> {
        self.held(id)?;
        let (today, tomorrow) = (instant(self.today(), wall), instant(self.today() + 1, wall));
        let until = if today <= self.now && tomorrow - self.now <= HALF_A_DAY { tomorrow } else { today };
        let booking = &self.bookings[&id];
        if until <= booking.until || until > booking.when.starts {
            return Err(Fault::Field("until".into()).into());
        }
        self.change(id, "kept").until = until;
        Ok(())
    }

    pub(super) fn give_back(&mut self, id: i64) -> Result<(), BookingRefusal> {
        match self.held(id) {
            Err(BookingRefusal::NotNow(BookingState::Released | BookingState::Lapsed)) => return Ok(()),
            held => held?,
        }
        self.change(id, "released").left = BookingState::Released;
        self.end(id, "declined");
        self.pass_on();
        Ok(())
    }

    /// Everything comes back to whoever has booked it; what is only held is gone (G1, X9).
    pub(super) fn close(&mut self, session: usize, seen: &BTreeMap<i64, i64>, intent: &str) -> &'static str {
        if self.forms.contains(intent) {
            return "done";
        }
        self.lapse();
        let ends = super::When::of(super::Place::Session(session)).map_or(0, |when| when.ends);
        if self.off.contains(&session) {
            return "Already";
        }
        if ends <= self.now {
            return "Over";
        }
        let there: Vec<(i64, BookingState, i64)> =
            self.active().filter(|(_, booking)| booking.when.session == Some(session)).map(|(id, one)| (id, self.state(one), one.moves)).collect();
        let booked: BTreeMap<i64, i64> =
            there.iter().filter(|(_, state, _)| *state == BookingState::Confirmed).map(|(id, _, moves)| (*id, *moves)).collect();
        if booked != *seen {
            return "Changed";
        }
        for (id, state, _) in there {
            self.touched.insert(id);
            let booking = self.change(id, "called_off");
            booking.left = if state == BookingState::Held { BookingState::Released } else { BookingState::Cancelled };
            (booking.fee, booking.reminder, booking.night) = (0, None, (0, 0));
            booking.people.iter_mut().for_each(|person| person.given = 0);
            self.end(id, "declined");
        }
        self.forms.insert(intent.to_owned());
        self.off.insert(session);
        self.pass_on();
        "done"
    }

    /// The same closure once more changes nothing.
    pub(super) fn reopen(&mut self, session: usize, closure: i64) -> &'static str {
        let ends = super::When::of(super::Place::Session(session)).map_or(0, |when| when.ends);
        if closure == 0 {
            return "Fault";
        }
        if ends <= self.now {
            return "Over";
        }
        if self.opened.insert(closure) {
            self.off.remove(&session);
            self.pass_on();
        }
        "done"
    }

    fn held(&mut self, id: i64) -> Result<(), BookingRefusal> {
        self.touched.insert(id);
        let booking = self.bookings.get(&id).ok_or(Fault::NotFound)?;
        match self.state(booking) {
            BookingState::Held => Ok(()),
            state => Err(BookingRefusal::NotNow(state)),
        }
    }
}
