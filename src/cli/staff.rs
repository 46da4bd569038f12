//! `staff`: who works here and with which rights.

use super::arguments::{Staff, StaffDeed};
use super::console;
use super::context::Context;
use super::failure::Failure;
use super::secret::NEW_PASSWORD;
use crate::domain::date;
use crate::domain::id::StaffId;
use crate::domain::staff::{Right, Role};
use crate::office::{self, Office, OfficeError};
use zeroize::Zeroizing;

/// Does one of the deeds.
pub(super) fn run(context: &Context, arguments: &Staff) -> Result<(), Failure> {
    let mut office = context.sign_in(arguments.staff.as_deref())?;
    match &arguments.deed {
        StaffDeed::List => list(context, &mut office),
        StaffDeed::Add { login, name, role } => add(context, &mut office, login, name.as_deref(), role),
        StaffDeed::Role { login, role } => {
            let staff = id_of(&mut office, login)?;
            let deed = office.new_deed();
            let role = role_of(role)?;
            office.change_role(deed, staff, role)?;
            let role = context.texts.code("role", role.code());
            done(context, "cli-staff-role", login, role)
        }
        StaffDeed::Disable { login } => {
            let staff = id_of(&mut office, login)?;
            let deed = office.new_deed();
            office.disable_staff(deed, staff)?;
            done(context, "cli-staff-disabled", login, String::new())
        }
        StaffDeed::Enable { login } => {
            let staff = id_of(&mut office, login)?;
            let password = new_password(context, login)?;
            let deed = office.new_deed();
            office.enable_staff(deed, staff, &password)?;
            done(context, "cli-staff-enabled", login, String::new())
        }
        StaffDeed::PaperKey => {
            let deed = office.new_deed();
            let paper = office.new_paper_key(deed)?;
            // On the error output, so that a script that keeps the lines of the key keeps nothing else.
            console::complain(&context.texts.get("cli-staff-paper-key"));
            paper.lines().iter().try_for_each(|line| console::print(line))
        }
        StaffDeed::Password { login } => {
            // Without a login it is one's own: nobody needs a right for that.
            let own = office.staff().clone();
            let login = login.clone().unwrap_or_else(|| own.login.clone());
            let staff = if login == own.login { own.id } else { id_of(&mut office, &login)? };
            let password = new_password(context, &login)?;
            let deed = office.new_deed();
            office.set_password(deed, staff, &password)?;
            done(context, "cli-staff-password", &login, String::new())
        }
    }
}

fn list(context: &Context, office: &mut Office) -> Result<(), Failure> {
    let rows: Vec<Vec<String>> = office
        .staff_list()?
        .iter()
        .map(|staff| {
            let state = match staff.disabled_on {
                Some(day) => context.say("cli-staff-off-since", &[("day", date::show(day).into())]),
                None => String::new(),
            };
            vec![staff.login.clone(), staff.name.clone(), staff.role.code().to_owned(), state]
        })
        .collect();
    console::columns(&rows).iter().try_for_each(|line| console::print(line))
}

fn add(context: &Context, office: &mut Office, login: &str, name: Option<&str>, role: &str) -> Result<(), Failure> {
    // Before a password is thought of twice: whether it will be of any use.
    if !office.may(Right::ManageStaff) {
        return Err(OfficeError::NotAllowed(Right::ManageStaff).into());
    }
    let role = role_of(role)?;
    let password = new_password(context, login)?;
    let deed = office.new_deed();
    office.add_staff(deed, login, name.unwrap_or(login), role, &password)?;
    done(context, "cli-staff-added", login, context.texts.code("role", role.code()))
}

fn new_password(context: &Context, login: &str) -> Result<Zeroizing<String>, Failure> {
    let question = context.say("cli-ask-new-password", &[("login", login.into())]);
    let password = NEW_PASSWORD.get_new(&question, &context.texts.get("cli-ask-again"))?;
    if office::password_is_strong(login, &password) { Ok(password) } else { Err(OfficeError::WeakPassword.into()) }
}

fn id_of(office: &mut Office, login: &str) -> Result<StaffId, Failure> {
    let login = login.to_lowercase();
    let found = office.staff_list()?.into_iter().find(|staff| staff.login == login);
    Ok(found.map(|staff| staff.id).ok_or(OfficeError::NoSuchStaff)?)
}

/// The parser lets known words through only; an unknown one would be nobody's role.
fn role_of(word: &str) -> Result<Role, Failure> {
    Ok(Role::from_code(word).ok_or(OfficeError::NoSuchStaff)?)
}

fn done(context: &Context, id: &str, login: &str, role: String) -> Result<(), Failure> {
    console::print(&context.say(id, &[("login", login.into()), ("role", role.into())]))
}
