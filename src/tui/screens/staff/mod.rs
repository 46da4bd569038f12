//! Who works here: the list of colleagues, and the small forms that add them, change their role or password, and disable them.

mod form;
mod list;

pub use form::StaffForm;
pub use list::StaffScreen;
