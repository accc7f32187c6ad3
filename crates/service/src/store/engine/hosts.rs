//! The servers of a database one by one: each is tried for a while, so that one that takes connections and says nothing
//! keeps nobody from the next.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use postgres::Config;

use crate::store::StoreError;

/// How long one server is tried, until it has answered a first question.
const PATIENCE: Duration = Duration::from_secs(5);

/// A question for one server.
pub struct Ask<T> {
    /// Which, as it is shown.
    pub of: String,
    /// Connects to it and asks.
    pub ask: Box<dyn FnOnce() -> Result<T, StoreError> + Send>,
}

/// Asks one server after the other, until one has an answer.
///
/// # Errors
/// That of the last one; [`StoreError::Away`] where it said nothing.
pub fn first_answer<T: Send + 'static>(asks: Vec<Ask<T>>) -> Result<T, StoreError> {
    let mut told = StoreError::Away("no server is named".into());
    for Ask { of, ask } in asks {
        let (tell, answer) = mpsc::channel();
        // It ends when the system gives the connection up. What comes too late is dropped there.
        thread::spawn(move || tell.send(ask()));
        told = match answer.recv_timeout(PATIENCE) {
            Ok(Ok(answer)) => return Ok(answer),
            Ok(Err(error)) => error,
            Err(_) => StoreError::Away(format!("{of} does not answer")),
        };
    }
    Err(told)
}

/// A configuration for each of the hosts of one.
pub fn each(config: &Config) -> Vec<Config> {
    (0..config.get_hosts().len()).filter_map(|nth| alone(config, nth)).collect()
}

fn alone(config: &Config, nth: usize) -> Option<Config> {
    use postgres::config::Host;

    let mut one = Config::new();
    match config.get_hosts().get(nth)? {
        Host::Tcp(name) => one.host(name),
        Host::Unix(path) => one.host_path(path),
    };
    if let Some(address) = config.get_hostaddrs().get(nth) {
        one.hostaddr(*address);
    }
    // One port is that of all.
    if let Some(port) = config.get_ports().get(nth).or(config.get_ports().first()) {
        one.port(*port);
    }
    if let Some(user) = config.get_user() {
        one.user(user);
    }
    if let Some(password) = config.get_password() {
        one.password(password);
    }
    if let Some(database) = config.get_dbname() {
        one.dbname(database);
    }
    if let Some(options) = config.get_options() {
        one.options(options);
    }
    if let Some(name) = config.get_application_name() {
        one.application_name(name);
    }
    if let Some(time) = config.get_connect_timeout() {
        one.connect_timeout(*time);
    }
    if let Some(time) = config.get_tcp_user_timeout() {
        one.tcp_user_timeout(*time);
    }
    if let Some(time) = config.get_keepalives_interval() {
        one.keepalives_interval(time);
    }
    if let Some(retries) = config.get_keepalives_retries() {
        one.keepalives_retries(retries);
    }
    one.keepalives(config.get_keepalives())
        .keepalives_idle(config.get_keepalives_idle())
        .ssl_mode(config.get_ssl_mode())
        .ssl_negotiation(config.get_ssl_negotiation())
        .channel_binding(config.get_channel_binding())
        .target_session_attrs(config.get_target_session_attrs());
    Some(one)
}

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    use super::*;

    fn shown(address: &str) -> Vec<String> {
        each(&Config::from_str(address).unwrap()).iter().map(|one| format!("{one:?}")).collect()
    }

    #[test]
    fn each_host_has_all_that_was_said_of_all_of_them() {
        let rest = "/db?target_session_attrs=read-write&connect_timeout=3&keepalives_retries=4&channel_binding=disable\
                    &application_name=prøve&options=-c%20jit%3Doff&sslmode=disable&keepalives_interval=7&tcp_user_timeout=9";
        let alone = |host: &str| shown(&format!("postgres://me:secret@{host}{rest}")).remove(0);
        let both = shown(&format!("postgres://me:secret@one.example:1,[::1]:2{rest}"));
        assert_eq!(both, [alone("one.example:1"), alone("[::1]:2")]);
        let parsed =
            format!("{:?}", Config::from_str(&format!("postgres://me:secret@one.example:1{rest}")).unwrap());
        assert_eq!(both[0], parsed, "nothing of it is left out");
    }

    #[test]
    fn one_port_is_that_of_all() {
        assert_eq!(
            shown("host=one,two port=7 user=me"),
            [shown("host=one port=7 user=me"), shown("host=two port=7 user=me")].concat()
        );
    }
}
