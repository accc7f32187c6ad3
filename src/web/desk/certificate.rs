//! An employee's own certificate, below the address of a desk: what it says, and as a file (D41).

use rocket::http::Status;
use rocket::{Route, get, routes};
use serde::Serialize;

use crate::web::answer::{Answer, Handled};
use crate::web::certificate_check::{Checked, checked};
use crate::web::desk::{At, Crumb};
use crate::web::download::{self, Download};
use crate::web::page::Page;
use rules::organisations::Organisation;
use rules::staff::DeskKind;
use service::cases::certificates::organisations::{self, EmployeeShown};

/// The routes, below the address of a desk.
pub fn routes() -> Vec<Route> {
    routes![page, file]
}

#[derive(Serialize)]
struct CertificateView {
    crumbs: Vec<Crumb>,
    base: String,
    certificate: Option<Shown>,
}

/// What is shown of a certificate.
#[derive(Serialize)]
struct Shown {
    checked: Checked,
    name: String,
    organisation: String,
    number: String,
    email: Option<String>,
    issuer: &'static str,
    fingerprint: String,
    has_key: bool,
}

impl Shown {
    fn of(at: &At, shown: EmployeeShown) -> Self {
        let EmployeeShown { certificate, organisation, checked: found, issuer, fingerprint, has_key } = shown;
        Self {
            checked: checked(&found, at.language),
            name: certificate.name,
            organisation: organisation.map(Organisation::certified).unwrap_or_default(),
            number: certificate.number,
            email: certificate.email.map(|email| email.to_string()),
            issuer,
            fingerprint: download::fingerprint(fingerprint),
            has_key,
        }
    }
}

/// The certificate.
#[get("/certifikat")]
pub async fn page(at: At) -> Handled {
    let shown = organisations::of_employee(&at.app, at.desk.staff).await?;
    let crumbs = if at.desk.role.desk() == DeskKind::Office { Vec::new() } else { at.way_here() };
    let certificate = shown.map(|shown| Shown::of(&at, shown));
    let view = CertificateView { crumbs, base: at.base.clone(), certificate };
    Ok(Page::new("desk/certificate.html", view).into())
}

/// The certificate as a file of one of three kinds.
#[get("/certifikat/fil/<kind>")]
pub async fn file(at: At, kind: &str) -> Result<Download, Answer> {
    let file = download::certificate_file(kind).ok_or(Answer::from(Status::NotFound))?;
    let bytes = organisations::employee_file(&at.app, at.desk.staff, file.kind).await?;
    let bytes = bytes.ok_or(Answer::from(Status::NotFound))?;
    Ok(Download::kept(format!("medarbejdercertifikat.{kind}"), file.media, bytes))
}
