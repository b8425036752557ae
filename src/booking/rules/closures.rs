//! What is closed for booking, and whom it stops.

use super::time::overlaps;
use crate::base::{OfferId, ResourceId};

/// A span in which a resource, or the times of one's own of an offer, cannot be booked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// For everything that touches the span. Minutes around an appointment may lie in it (RULES B4).
    Resource(ResourceId, (i64, i64)),
    /// For everything that begins in the span (RULES T6).
    Offer(OfferId, (i64, i64)),
}

impl Closed {
    /// Whether it stops a time of an offer on a resource; a session has none.
    pub fn stops(self, offer: OfferId, resource: Option<ResourceId>, time: (i64, i64)) -> bool {
        match self {
            Closed::Resource(closed, span) => resource == Some(closed) && overlaps(span, time),
            Closed::Offer(closed, span) => offer == closed && (span.0..span.1).contains(&time.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resource_is_closed_for_what_touches_and_an_offer_for_what_begins() {
        let (one, other) = (ResourceId(1), ResourceId(2));
        let lin = Closed::Resource(one, (100, 200));
        assert_eq!([(0, 100), (0, 101), (199, 300), (200, 300)].map(|time| lin.stops(OfferId(7), Some(one), time)), [false, true, true, false]);
        assert!(!lin.stops(OfferId(7), Some(other), (100, 200)) && !lin.stops(OfferId(7), None, (100, 200)));
        let massage = Closed::Offer(OfferId(7), (100, 200));
        assert_eq!([(99, 300), (100, 300), (199, 300), (200, 300)].map(|time| massage.stops(OfferId(7), None, time)), [false, true, true, false]);
        assert!(!massage.stops(OfferId(8), Some(one), (100, 200)));
    }
}
