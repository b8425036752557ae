//! The guest's pages: the menu, one service, the basket, an order, the room's bill.

mod basket;
mod bill;
mod menu;
mod order;
mod service;

pub use basket::BasketPage;
pub use bill::BillPage;
pub use menu::MenuPage;
pub use order::OrderPage;
pub use service::ServicePage;
