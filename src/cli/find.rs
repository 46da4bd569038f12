//! `find`: people and families by anything known of them, for eyes and for scripts.
//!
//! A birth of which only the year is known is written as 1 January of it, since the contract has a date there.

use super::arguments::Find;
use super::console;
use super::context::Context;
use super::failure::Failure;
use crate::domain::date;
use crate::domain::phone::Phone;
use crate::office::{Brief, Found, Office};
use crate::search::Tier;
use crate::text::Texts;
use serde::Serialize;
use std::io::{BufRead, Write};

/// One found person as scripts read it: exactly these fields in this order.
#[derive(Serialize)]
struct Answer {
    person: String,
    family: Option<String>,
    number: Option<String>,
    key: Option<String>,
    name: String,
    birth_date: Option<String>,
    phone: Option<String>,
    why: String,
    tier: &'static str,
}

impl Answer {
    fn of(found: &Brief, texts: &Texts) -> Self {
        Self {
            person: found.person.to_string(),
            family: found.family.map(|id| id.to_string()),
            number: found.number.map(|number| number.to_string()),
            key: found.key.clone(),
            name: found.name.full(),
            birth_date: found.birth.map(|birth| birth.date.to_string()),
            phone: found.phone.clone(),
            why: texts.say(&found.why),
            tier: tier_word(found.tier),
        }
    }
}

fn tier_word(tier: Tier) -> &'static str {
    match tier {
        Tier::Exact => "exact",
        Tier::Close => "close",
    }
}

/// Finds and prints.
pub(super) fn run(context: &Context, arguments: &Find) -> Result<(), Failure> {
    let mut office = context.sign_in(arguments.staff.as_deref())?;
    let context = &context.of_office(&office);
    let limit = usize::try_from(arguments.limit).unwrap_or(usize::MAX);
    if arguments.stdin {
        each_line(context, &mut office, limit)?;
    } else {
        once(context, arguments, &mut office, limit)?;
    }
    // Who waited for an index to be built leaves it to the next one. After the answers are out, nobody waits for that.
    office.keep_whole_image();
    Ok(())
}

fn once(context: &Context, arguments: &Find, office: &mut Office, limit: usize) -> Result<(), Failure> {
    let query = arguments.query.join(" ");
    if arguments.json {
        return console::print(&json(&office.find_briefly(&query, limit)?, &context.texts));
    }
    let found = office.find(&query, limit)?;
    if found.is_empty() {
        console::complain(&context.texts.get("cli-find-nothing"));
        return Ok(());
    }
    for line in table(&found, context) {
        console::print(&line)?;
    }
    Ok(())
}

/// An array a line of input, each out before the next line is read: a script may hold a conversation.
fn each_line(context: &Context, office: &mut Office, limit: usize) -> Result<(), Failure> {
    let mut input = std::io::stdin().lock();
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        let query = String::from_utf8_lossy(&line);
        let found = office.find_briefly(query.trim(), limit)?;
        console::print(&json(&found, &context.texts))?;
        std::io::stdout().flush()?;
    }
}

fn json(found: &[Brief], texts: &Texts) -> String {
    let answers: Vec<Answer> = found.iter().map(|found| Answer::of(found, texts)).collect();
    // Plain strings cannot fail to be written as JSON.
    serde_json::to_string(&answers).unwrap_or_else(|_| "[]".to_owned())
}

fn table(found: &[Found], context: &Context) -> Vec<String> {
    let texts = &context.texts;
    let rows: Vec<Vec<String>> = found
        .iter()
        .map(|found| {
            let phone = found.phone.as_deref().unwrap_or_default();
            let close = match found.tier {
                Tier::Exact => "",
                Tier::Close => "≈",
            };
            vec![
                found.number.map(|number| number.to_string()).unwrap_or_default(),
                found.name.full(),
                found.birth.map(date::show_birth).unwrap_or_default(),
                Phone::parse(phone).map_or_else(|_| phone.to_owned(), |phone| phone.show()),
                found.address.clone(),
                format!("{close}{}", texts.say(&found.why)),
            ]
        })
        .collect();
    console::columns(&rows)
}
