//! A list that is drawn again while somebody works in it. Each row is known by a number of its own and not by its place:
//! what is unfolded, typed or in hand stays with its row when another comes, goes or passes it, and a row that has itself
//! changed is changed where it stands. The server writes the rows as it writes any list.

use crate::browser;
use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element, Node, Placeholder};
use leptos::tachys::ssr::StreamBuilder;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Position, PositionState};
use std::mem::take;

/// Rows and the number of each. Two with the same number are told apart by their order.
pub struct Rows(Vec<(i64, AnyView)>);

impl FromIterator<(i64, AnyView)> for Rows {
    fn from_iter<List: IntoIterator<Item = (i64, AnyView)>>(rows: List) -> Rows {
        Rows(rows.into_iter().collect())
    }
}

/// A number for what is known by words.
pub fn row_number(name: &str) -> i64 {
    // FNV-1a: short, and the same everywhere.
    name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)).cast_signed()
}

/// Which rows need not be moved, given where each stood before: as many as possible, but first of all the one that is in
/// hand, which would slip out of it.
fn staying(before: &[Option<usize>], in_hand: impl Fn(usize) -> bool) -> Vec<bool> {
    let mut stay: Vec<bool> = before.iter().map(Option::is_some).collect();
    if before.iter().flatten().is_sorted() {
        return stay;
    }
    // The weightiest rows in rising order, ending with each row, and the row before it in them.
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(before.len());
    for (at, stood) in before.iter().enumerate() {
        let below = (0..at).filter(|other| before[*other].is_some() && before[*other] < *stood).max_by_key(|other| best[*other].0);
        let weight = if stood.is_none() {
            0
        } else if in_hand(at) {
            before.len()
        } else {
            1
        };
        best.push((weight + below.map_or(0, |other| best[other].0), below));
    }
    stay.fill(false);
    let mut next = (0..before.len()).filter(|at| before[*at].is_some()).max_by_key(|at| best[*at].0);
    while let Some(at) = next {
        stay[at] = true;
        next = best[at].1;
    }
    stay
}

/// What stands on the page.
pub struct RowsState {
    rows: Vec<(i64, AnyViewState)>,
    /// Behind the last row.
    end: Placeholder,
}

impl Render for Rows {
    type State = RowsState;

    fn build(self) -> RowsState {
        RowsState { rows: self.0.into_iter().map(|(number, view)| (number, view.build())).collect(), end: Rndr::create_placeholder() }
    }

    fn rebuild(self, state: &mut RowsState) {
        let mut old: Vec<Option<(i64, AnyViewState)>> = take(&mut state.rows).into_iter().map(Some).collect();
        let mut before = Vec::with_capacity(self.0.len());
        for (number, view) in self.0 {
            let stood = old.iter().position(|row| row.as_ref().is_some_and(|(known, _)| *known == number));
            let row = match stood.and_then(|at| old[at].take()) {
                Some((_, mut row)) => {
                    view.rebuild(&mut row);
                    row
                }
                None => view.build(),
            };
            before.push(stood);
            state.rows.push((number, row));
        }
        for (_, mut row) in old.into_iter().flatten() {
            row.unmount();
        }
        let stay = staying(&before, |at| state.rows[at].1.elements().iter().any(browser::in_hand));
        for at in (0..stay.len()).rev().filter(|at| !stay[*at]) {
            let (rows, behind) = state.rows.split_at_mut(at + 1);
            let row = &mut rows[at].1;
            if !behind.iter().any(|(_, next)| next.insert_before_this(row)) {
                state.end.insert_before_this(row);
            }
        }
    }
}

impl Mountable for RowsState {
    fn unmount(&mut self) {
        self.rows.iter_mut().for_each(|(_, row)| row.unmount());
        self.end.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.rows.iter_mut().for_each(|(_, row)| row.mount(parent, marker));
        self.end.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.rows.iter().any(|(_, row)| row.insert_before_this(child)) || self.end.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.rows.iter().flat_map(|(_, row)| row.elements()).collect()
    }
}

impl AddAnyAttr for Rows {
    type Output<SomeNewAttr: Attribute> = Rows;

    /// A list has no element of its own that could take an attribute.
    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Rows {
        self
    }
}

impl RenderHtml for Rows {
    type AsyncOutput = Vec<AnyView>;
    type Owned = Rows;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {
        self.0.iter_mut().for_each(|(_, view)| view.dry_resolve());
    }

    async fn resolve(self) -> Vec<AnyView> {
        let views: Vec<AnyView> = self.0.into_iter().map(|(_, view)| view).collect();
        views.resolve().await
    }

    fn html_len(&self) -> usize {
        self.0.iter().map(|(_, view)| view.html_len()).sum()
    }

    fn to_html_with_buf(self, buf: &mut String, position: &mut Position, escape: bool, mark_branches: bool, extra_attrs: Vec<AnyAttribute>) {
        let views: Vec<AnyView> = self.0.into_iter().map(|(_, view)| view).collect();
        views.to_html_with_buf(buf, position, escape, mark_branches, extra_attrs);
    }

    fn to_html_async_with_buf<const OUT_OF_ORDER: bool>(
        self,
        buf: &mut StreamBuilder,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    ) {
        let views: Vec<AnyView> = self.0.into_iter().map(|(_, view)| view).collect();
        views.to_html_async_with_buf::<OUT_OF_ORDER>(buf, position, escape, mark_branches, extra_attrs);
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> RowsState {
        let rows = self.0.into_iter().map(|(number, view)| (number, view.hydrate::<FROM_SERVER>(cursor, position))).collect();
        let end = cursor.next_placeholder(position);
        position.set(Position::NextChild);
        RowsState { rows, end }
    }

    fn into_owned(self) -> Rows {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stay(before: &[Option<usize>], hand: Option<usize>) -> Vec<usize> {
        staying(before, |at| Some(at) == hand).into_iter().enumerate().filter(|(_, stays)| *stays).map(|(at, _)| at).collect()
    }

    #[test]
    fn what_comes_and_what_goes_moves_nothing() {
        assert_eq!(stay(&[Some(0), Some(1), Some(2)], None), [0, 1, 2]);
        assert_eq!(stay(&[None, Some(0), None, Some(1), None], None), [1, 3]);
        assert_eq!(stay(&[Some(1), Some(4)], None), [0, 1]);
        assert!(stay(&[], None).is_empty());
        assert!(stay(&[None], None).is_empty());
    }

    #[test]
    fn as_few_as_possible_are_moved_and_never_the_one_in_hand() {
        // The last came to the front.
        assert_eq!(stay(&[Some(3), Some(0), Some(1), Some(2)], None), [1, 2, 3]);
        // It is the one somebody writes in: the others go around it.
        assert_eq!(stay(&[Some(3), Some(0), Some(1), Some(2)], Some(0)), [0]);
        assert_eq!(stay(&[Some(2), Some(1), None, Some(0)], Some(1)), [1]);
        assert_eq!(stay(&[Some(0), None, Some(2), Some(1), Some(3)], Some(3)), [0, 3, 4]);
    }

    #[test]
    fn words_have_numbers_of_their_own() {
        assert_eq!(row_number("padel"), row_number("padel"));
        assert_ne!(row_number("padel 09:00"), row_number("padel 10:00"));
    }
}
