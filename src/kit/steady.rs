//! What a page that asks again need not draw again.

use leptos::prelude::*;

/// A part of a page that stands as long as it shows the same: what asks for its own things inside, or keeps signals of its
/// own, would begin anew with every drawing around it. It may use signals that were made outside the drawing or inside
/// itself, and what stands behind it in the same drawing may not ask for anything by itself.
#[cfg(feature = "ssr")]
pub fn steady<Shown: PartialEq + Clone + Send + 'static>(shown: Shown, view: impl FnOnce(Shown) -> AnyView + Send + 'static) -> AnyView {
    // A page is drawn once.
    view(shown)
}

#[cfg(not(feature = "ssr"))]
pub fn steady<Shown: PartialEq + Clone + Send + 'static>(shown: Shown, view: impl FnOnce(Shown) -> AnyView + Send + 'static) -> AnyView {
    // Words such as "today" are of a day.
    let shown = (super::use_frame().today, shown);
    let drawn = shown.1.clone();
    let same = |one: &dyn std::any::Any, other: &dyn std::any::Any| {
        one.downcast_ref::<(crate::base::Day, Shown)>() == other.downcast_ref::<(crate::base::Day, Shown)>()
    };
    // Each drawing ends the life of what the one before it made; what stands must outlive them.
    let around = Owner::current().and_then(|drawing| drawing.parent()).unwrap_or_default();
    alone::Steady { shown: Box::new(shown), same, around, view: Box::new(move || view(drawn)) }.into_any()
}

#[cfg(not(feature = "ssr"))]
mod alone {
    use leptos::attr::Attribute;
    use leptos::attr::any_attribute::AnyAttribute;
    use leptos::prelude::*;
    use leptos::tachys::hydration::Cursor;
    use leptos::tachys::reactive_graph::{OwnedView, OwnedViewState};
    use leptos::tachys::renderer::types::{Element, Node};
    use leptos::tachys::view::any_view::AnyViewState;
    use leptos::tachys::view::{Position, PositionState};
    use std::any::Any;

    pub struct Steady {
        pub shown: Box<dyn Any + Send>,
        pub same: fn(&dyn Any, &dyn Any) -> bool,
        pub around: Owner,
        pub view: Box<dyn FnOnce() -> AnyView + Send>,
    }

    impl Steady {
        fn draw(around: &Owner, view: Box<dyn FnOnce() -> AnyView + Send>) -> OwnedView<AnyView> {
            let owner = around.with(Owner::new);
            OwnedView::new_with_owner(owner.with(view), owner)
        }
    }

    pub struct SteadyState {
        shown: Box<dyn Any + Send>,
        view: OwnedViewState<AnyViewState>,
    }

    impl Render for Steady {
        type State = SteadyState;

        fn build(self) -> SteadyState {
            SteadyState { shown: self.shown, view: Steady::draw(&self.around, self.view).build() }
        }

        fn rebuild(self, state: &mut SteadyState) {
            if !(self.same)(&*self.shown, &*state.shown) {
                Steady::draw(&self.around, self.view).rebuild(&mut state.view);
                state.shown = self.shown;
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
            SteadyState { shown: self.shown, view: Steady::draw(&self.around, self.view).hydrate::<FROM_SERVER>(cursor, position) }
        }

        fn into_owned(self) -> Steady {
            self
        }
    }
}
