//! What a page that asks again need not draw again.

use leptos::prelude::*;

/// A part of a page that stands as long as it shows the same. Drawing it again would write its attributes again, which
/// folds what was unfolded and takes back a choice that was not sent yet; and what asks for its own things inside would
/// begin anew. It may use signals that were made outside the drawing or inside itself, and what stands behind it in the
/// same drawing may not ask for anything by itself.
#[cfg(feature = "ssr")]
pub fn steady<Shown: PartialEq + Send + 'static>(_shown: Shown, view: impl FnOnce() -> AnyView + Send + 'static) -> AnyView {
    // The server draws a page once.
    view()
}

#[cfg(not(feature = "ssr"))]
pub fn steady<Shown: PartialEq + Send + 'static>(shown: Shown, view: impl FnOnce() -> AnyView + Send + 'static) -> AnyView {
    alone::stand(Box::new(shown), |one, other| one.downcast_ref::<Shown>() == other.downcast_ref::<Shown>(), Box::new(view))
}

#[cfg(not(feature = "ssr"))]
mod alone {
    use crate::base::Day;
    use crate::kit::use_clock;
    use leptos::attr::Attribute;
    use leptos::attr::any_attribute::AnyAttribute;
    use leptos::prelude::*;
    use leptos::tachys::hydration::Cursor;
    use leptos::tachys::reactive_graph::{OwnedView, OwnedViewState};
    use leptos::tachys::renderer::types::{Element, Node};
    use leptos::tachys::view::any_view::AnyViewState;
    use leptos::tachys::view::{Position, PositionState};
    use std::any::Any;

    type What = Box<dyn Any + Send>;
    type Same = fn(&dyn Any, &dyn Any) -> bool;
    type Draw = Box<dyn FnOnce() -> AnyView + Send>;

    struct Steady {
        shown: What,
        same: Same,
        /// Words such as "today" are of a day.
        today: Day,
        around: Owner,
        view: Draw,
    }

    pub fn stand(shown: What, same: Same, view: Draw) -> AnyView {
        // Each drawing ends the life of what the one before it made; what stands must outlive them.
        let around = Owner::current().and_then(|drawing| drawing.parent()).unwrap_or_default();
        Steady { shown, same, today: use_clock().day(), around, view }.into_any()
    }

    impl Steady {
        fn draw(around: &Owner, view: Draw) -> OwnedView<AnyView> {
            let owner = around.with(Owner::new);
            OwnedView::new_with_owner(owner.with(view), owner)
        }
    }

    struct SteadyState {
        shown: What,
        today: Day,
        view: OwnedViewState<AnyViewState>,
    }

    impl Render for Steady {
        type State = SteadyState;

        fn build(self) -> SteadyState {
            SteadyState { shown: self.shown, today: self.today, view: Steady::draw(&self.around, self.view).build() }
        }

        fn rebuild(self, state: &mut SteadyState) {
            if self.today != state.today || !(self.same)(&*self.shown, &*state.shown) {
                Steady::draw(&self.around, self.view).rebuild(&mut state.view);
                (state.shown, state.today) = (self.shown, self.today);
            }
        }
    }

    impl Mountable for SteadyState {
        fn unmount(&mut self) {
            self.view.unmount();
        }

        fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
            self.view.mount(parent, marker);
        }

        fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
            self.view.insert_before_this(child)
        }

        fn elements(&self) -> Vec<Element> {
            self.view.elements()
        }
    }

    impl AddAnyAttr for Steady {
        type Output<SomeNewAttr: Attribute> = Steady;

        /// What is inside has no element yet that could take an attribute.
        fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Steady {
            self
        }
    }

    impl RenderHtml for Steady {
        type AsyncOutput = AnyView;
        type Owned = Steady;

        const MIN_LENGTH: usize = 0;

        fn dry_resolve(&mut self) {}

        async fn resolve(self) -> AnyView {
            (self.view)()
        }

        fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

        fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> SteadyState {
            SteadyState { shown: self.shown, today: self.today, view: Steady::draw(&self.around, self.view).hydrate::<FROM_SERVER>(cursor, position) }
        }

        fn into_owned(self) -> Steady {
            self
        }
    }
}
