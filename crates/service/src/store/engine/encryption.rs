//! The encryption of what goes to PostgreSQL: TLS 1.2 or 1.3, to a server whose certificate is of an authority that is trusted
//! and names the host.

use std::path::Path;
use std::sync::Arc;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::store::engine::no_server::NoServer;

/// What encrypts a connection and looks at the server's certificate. The authorities are those of a PEM file, or, where none is
/// named, those that browsers trust.
///
/// # Errors
/// [`NoServer::Authorities`] when the file can't be read or has no certificate of an authority.
pub(super) fn to_servers_of(authorities: Option<&Path>) -> Result<MakeRustlsConnect, NoServer> {
    let trusted = match authorities {
        Some(file) => {
            in_file(file).map_err(|why| NoServer::Authorities { file: file.display().to_string(), why })?
        }
        None => webpki_roots::TLS_SERVER_ROOTS.iter().cloned().collect(),
    };
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let versions = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|why| NoServer::Encryption(why.to_string()))?;
    Ok(MakeRustlsConnect::new(versions.with_root_certificates(trusted).with_no_client_auth()))
}

fn in_file(file: &Path) -> Result<RootCertStore, String> {
    let mut trusted = RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(file).map_err(|why| why.to_string())? {
        trusted.add(certificate.map_err(|why| why.to_string())?).map_err(|why| why.to_string())?;
    }
    if trusted.is_empty() { Err("it has no certificate".into()) } else { Ok(trusted) }
}
