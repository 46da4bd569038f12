//! What stands on a certificate: a page for one person, to be kept in a frame for years.
//!
//! Words only. Where each of them stands and how large it is, is the drawing's business (`exchange::paper`).

use crate::domain::sheet::Signatory;

/// A page of a certificate.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Certificate {
    /// Who gives it.
    pub office: String,
    /// «Сертифікат».
    pub title: String,
    /// «про завершення курсу».
    pub subtitle: String,
    /// «№ 2026-007».
    pub number: String,
    /// «Цей сертифікат засвідчує, що».
    pub lead: String,
    /// Whose it is.
    pub name: String,
    /// «успішно завершила курс».
    pub verb: String,
    /// Of what.
    pub course: String,
    /// Lines below: the days, how many sessions, how many hours.
    pub facts: Vec<String>,
    /// «21 листопада 2026 року».
    pub day: String,
    /// Room for a seal: «М. П.».
    pub seal: String,
    /// Who signs.
    pub signatories: Vec<Signatory>,
}
