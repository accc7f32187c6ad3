//! How much may be sent to an address.

/// The most bytes of a body that any form or program's call may have; the listener hands on one more, so that the page
/// sees that there is too much.
const LARGEST_BODY: usize = 64 * 1_024;
/// More than any document that is signed here has, in bytes.
pub const LARGEST_FILE: usize = 512 * 1_024;
/// The most bytes of a body in JSON with such a file in base64, and what stands around it.
const LARGEST_FILE_IN_JSON: usize = LARGEST_FILE.div_ceil(3) * 4 + 1_024;

/// The most bytes of a world that is brought over the network (D42); a command brings larger ones.
const LARGEST_WORLD: usize = 64 * 1_024 * 1_024;

/// The most bytes that what is sent to an address may have.
pub fn largest_body(path: &str) -> usize {
    match path {
        "/valider" => LARGEST_FILE,
        "/kontrolrum/verdener/fra-fil" | "/api/worlds/import" => LARGEST_WORLD,
        "/api/world/verify" => LARGEST_FILE_IN_JSON,
        path if path.ends_with("/krypteret/fil") => LARGEST_FILE,
        _ => LARGEST_BODY,
    }
}
