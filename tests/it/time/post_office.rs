//! A mail server for tests: it remembers every mail and every command, and either confirms a mail, or falls silent right
//! after it, or never says a word.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;

/// How it behaves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// It confirms each mail.
    Polite,
    /// It takes a mail and does not say that it has.
    Silent,
    /// It accepts a connection and says nothing.
    Mute,
}

/// What it has heard.
#[derive(Default)]
struct Heard {
    mails: Vec<String>,
    commands: Vec<String>,
}

/// A mail server that runs as long as the test.
pub struct PostOffice {
    pub url: String,
    manner: Arc<Mutex<Manner>>,
    heard: Arc<Mutex<Heard>>,
    told: Receiver<()>,
}

impl PostOffice {
    /// One that takes a mail and does not say that it has, until it is told to be polite.
    pub fn silent() -> Self {
        Self::with(Manner::Silent)
    }

    /// One that accepts a connection and says nothing, until it is told to be polite.
    pub fn mute() -> Self {
        Self::with(Manner::Mute)
    }

    fn with(manner: Manner) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let (manner, heard) = (Arc::new(Mutex::new(manner)), Arc::<Mutex<Heard>>::default());
        let (tells, told) = channel();
        let office = Self { url, manner: manner.clone(), heard: heard.clone(), told };
        thread::spawn(move || {
            for line in listener.incoming() {
                let (manner, heard, tells) = (manner.clone(), heard.clone(), tells.clone());
                // Who is killed in the middle leaves a broken line behind.
                thread::spawn(move || line.and_then(|line| serve(line, &manner, &heard, &tells)));
            }
        });
        office
    }

    /// From now on it answers.
    pub fn answers(&self) {
        *self.manner.lock().unwrap() = Manner::Polite;
    }

    /// Its address with a user name and a password.
    pub fn url_with_password(&self) -> String {
        self.url.replace("smtp://", "smtp://me:secret@")
    }

    /// Whether anybody has said something that begins with this.
    pub fn was_told(&self, command: &str) -> bool {
        self.heard.lock().unwrap().commands.iter().any(|one| one.starts_with(command))
    }

    /// Waits until it has taken a mail, or as a mute one a connection.
    pub fn waits_for_a_mail(&self) {
        self.told.recv_timeout(std::time::Duration::from_mins(1)).expect("a mail within a minute");
    }

    /// The mail with this number, as it came over the line.
    pub fn mail(&self, id: i64) -> String {
        let mails = &self.heard.lock().unwrap().mails;
        let begin = format!("Message-ID: <{id}.");
        let of_it = |mail: &&String| mail.lines().any(|line| line.starts_with(&begin));
        mails.iter().find(of_it).unwrap_or_else(|| panic!("no mail {id}")).clone()
    }

    /// The Message-IDs of all mails taken so far, in order.
    pub fn taken(&self) -> Vec<String> {
        let mails = &self.heard.lock().unwrap().mails;
        let id =
            |mail: &String| mail.lines().find(|line| line.starts_with("Message-ID:")).unwrap().to_owned();
        mails.iter().map(id).collect()
    }
}

fn serve(
    line: TcpStream,
    manner: &Mutex<Manner>,
    heard: &Mutex<Heard>,
    tells: &Sender<()>,
) -> std::io::Result<()> {
    let mut from = BufReader::new(line.try_clone()?);
    let mut to = line;
    let mut said = String::new();
    if *manner.lock().unwrap() == Manner::Mute {
        let _ = tells.send(());
        while from.read_line(&mut said)? > 0 {}
        return Ok(());
    }
    to.write_all(b"220 post\r\n")?;
    while from.read_line(&mut said)? > 0 {
        heard.lock().unwrap().commands.push(said.clone());
        let answer = match said.split_whitespace().next().unwrap_or_default() {
            "EHLO" => "250-post\r\n250-8BITMIME\r\n250 AUTH PLAIN\r\n",
            "QUIT" => "221 bye\r\n",
            "DATA" => {
                to.write_all(b"354 go on\r\n")?;
                let mail = body(&mut from)?;
                heard.lock().unwrap().mails.push(mail);
                let _ = tells.send(());
                if *manner.lock().unwrap() == Manner::Silent {
                    // Says nothing more, and waits for the other end to go.
                    while from.read_line(&mut said)? > 0 {}
                    return Ok(());
                }
                "250 taken\r\n"
            }
            _ => "250 yes\r\n",
        };
        to.write_all(answer.as_bytes())?;
        said.clear();
    }
    Ok(())
}

fn body(from: &mut impl BufRead) -> std::io::Result<String> {
    let (mut mail, mut line) = (String::new(), String::new());
    while from.read_line(&mut line)? > 0 && line != ".\r\n" {
        // A line that begins with a dot comes with one more (RFC 5321 4.5.2).
        mail.push_str(line.strip_prefix('.').unwrap_or(&line));
        line.clear();
    }
    Ok(mail)
}
