//! Which pressed forms of an answer a browser takes (`Accept-Encoding`).

use rocket::request::Request;

/// A form in which an answer is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    Brotli,
    Gzip,
}

impl Coding {
    /// The word for it in the headers.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// The end of the names of files in this form.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gz",
        }
    }

    /// Whether the sender of a request takes this form.
    pub fn is_taken_by(self, request: &Request<'_>) -> bool {
        request.headers().get("Accept-Encoding").any(|header| self.is_in(header))
    }

    fn is_in(self, header: &str) -> bool {
        header.split(',').any(|one| {
            let mut parts = one.split(';').map(str::trim);
            let named = parts.next().is_some_and(|word| word.eq_ignore_ascii_case(self.word()));
            let weight = parts.find_map(|part| part.strip_prefix("q=")).map_or(Ok(1.0), str::parse::<f32>);
            named && weight.is_ok_and(|weight| weight > 0.0)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_taken_that_is_named_and_not_refused() {
        for header in ["br", "gzip, deflate, br", "gzip;q=0.5, BR;q=0.1"] {
            assert!(Coding::Brotli.is_in(header), "{header}");
        }
        for header in ["", "gzip", "br;q=0", "br; q=0.0", "brotli", "br;q=x"] {
            assert!(!Coding::Brotli.is_in(header), "{header}");
        }
        assert!(Coding::Gzip.is_in("gzip") && !Coding::Gzip.is_in("identity"));
    }
}
