//! A mail server for tests: it accepts and remembers every mail, and either confirms it or falls silent right
//! after.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;

/// A mail server that runs as long as the test.
pub struct PostOffice {
    pub url: String,
    silent: Arc<AtomicBool>,
    taken: Arc<Mutex<Vec<String>>>,
    told: Receiver<()>,
}

impl PostOffice {
    /// One that takes a mail and does not say that it has, until it is told to be polite.
    pub fn silent() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let (silent, taken) = (Arc::new(AtomicBool::new(true)), Arc::new(Mutex::default()));
        let (tells, told) = channel();
        let (shut, kept) = (silent.clone(), taken.clone());
        thread::spawn(move || {
            for line in listener.incoming() {
                let (shut, kept, tells) = (shut.clone(), kept.clone(), tells.clone());
                // Who is killed in the middle leaves a broken line behind.
                thread::spawn(move || line.and_then(|line| serve(line, &shut, &kept, &tells)));
            }
        });
        Self { url, silent, taken, told }
    }

    /// From now on it answers.
    pub fn answers(&self) {
        self.silent.store(false, Ordering::SeqCst);
    }

    /// Waits until it has taken a mail.
    pub fn waits_for_a_mail(&self) {
        self.told.recv_timeout(std::time::Duration::from_mins(1)).expect("a mail within a minute");
    }

    /// The mail with this number, as it came over the line.
    pub fn mail(&self, id: i64) -> String {
        let mails = self.taken.lock().unwrap();
        let begin = format!("Message-ID: <{id}.");
        let of_it = |mail: &&String| mail.lines().any(|line| line.starts_with(&begin));
        mails.iter().find(of_it).unwrap_or_else(|| panic!("no mail {id}")).clone()
    }

    /// The Message-IDs of all mails taken so far, in order.
    pub fn taken(&self) -> Vec<String> {
        let mails = self.taken.lock().unwrap();
        let id =
            |mail: &String| mail.lines().find(|line| line.starts_with("Message-ID:")).unwrap().to_owned();
        mails.iter().map(id).collect()
    }
}

fn serve(
    line: TcpStream,
    silent: &AtomicBool,
    taken: &Mutex<Vec<String>>,
    tells: &Sender<()>,
) -> std::io::Result<()> {
    let mut from = BufReader::new(line.try_clone()?);
    let mut to = line;
    to.write_all(b"220 post\r\n")?;
    let mut said = String::new();
    while from.read_line(&mut said)? > 0 {
        let answer = match said.split_whitespace().next().unwrap_or_default() {
            "EHLO" => "250-post\r\n250 8BITMIME\r\n",
            "QUIT" => "221 bye\r\n",
            "DATA" => {
                to.write_all(b"354 go on\r\n")?;
                let mail = body(&mut from)?;
                taken.lock().unwrap().push(mail);
                let _ = tells.send(());
                if silent.load(Ordering::SeqCst) {
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
