//! The program as a process of its own: started in a folder, called over the network, ended by signals.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::OnceLock;

use serde_json::Value;
use service::testing::Place;

use crate::site::Folder;

const PROGRAM: &str = env!("CARGO_BIN_EXE_selvbetjening");

/// The program with the words of a command, at work in a folder.
pub fn program(folder: &Path, words: &[&str]) -> Command {
    by(Command::new(PROGRAM), folder, words)
}

/// The same where no file may grow beyond so many blocks of 512 bytes: as on a disk that is full.
pub fn cramped(folder: &Path, words: &[&str], blocks: u32) -> Command {
    let mut shell = Command::new("sh");
    // A write beyond the limit is to fail, as on a full disk; unless ignored, the signal would end the program.
    shell.args(["-c", &format!("trap '' XFSZ; ulimit -f {blocks} && exec \"$0\" \"$@\""), PROGRAM]);
    by(shell, folder, words)
}

/// The same where no more files than these may be open at once.
pub fn with_few_files(folder: &Path, files: u32) -> Command {
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("ulimit -n {files} && exec \"$0\" \"$@\""), PROGRAM]);
    by(shell, folder, &[])
}

/// The same where new files are open to everybody unless the program says otherwise.
pub fn careless(folder: &Path, words: &[&str]) -> Command {
    let mut shell = Command::new("sh");
    shell.args(["-c", "umask 0 && exec \"$0\" \"$@\"", PROGRAM]);
    by(shell, folder, words)
}

fn by(mut command: Command, folder: &Path, words: &[&str]) -> Command {
    command
        .args(words)
        .current_dir(folder)
        .env("SELVBETJENING_DATA", folder.join("data"))
        .env("SELVBETJENING_PORT", "0")
        .stdin(Stdio::null());
    command
}

/// Runs it to its end; whether it succeeded, and all it said.
pub fn run(folder: &Path, words: &[&str]) -> (bool, String) {
    told(program(folder, words).output().unwrap())
}

pub fn told(output: Output) -> (bool, String) {
    let text = [output.stdout, output.stderr].map(|said| String::from_utf8(said).unwrap()).concat();
    assert!(!text.contains("panicked"), "{text}");
    (output.status.success(), text)
}

/// The program in a folder as somebody whom the system does not let do everything. The system's administrator runs it as
/// nobody, from a copy that nobody can reach.
pub fn unprivileged(folder: &Path, copy: &Folder) -> Command {
    let nobody = 65_534;
    let is_administrator = std::fs::metadata(folder).unwrap().uid() == 0;
    let mut command = program(folder, &[]);
    if is_administrator {
        let its = copy.path().join("selvbetjening");
        // By another process: this one starts programs in other threads, and one that is begun while the copy is open
        // for writing would hold it open, so that the copy could not be started ("text file busy").
        assert!(Command::new("cp").args([Path::new(PROGRAM), &its]).status().unwrap().success());
        for file in std::fs::read_dir(folder.join("data")).into_iter().flatten() {
            std::os::unix::fs::chown(file.unwrap().path(), Some(nobody), Some(nobody)).unwrap();
        }
        command = by(Command::new(its), folder, &[]);
        command.uid(nobody).gid(nobody);
    }
    command
}

/// Runs it in a folder as somebody who may not write in one, which is the same or below it.
pub fn without_leave_to_write(folder: &Path, kept: &Path) -> (bool, String) {
    let copy = Folder::new();
    let mut command = unprivileged(folder, &copy);
    let allow = |mode| std::fs::set_permissions(kept, PermissionsExt::from_mode(mode)).unwrap();
    allow(0o555);
    let output = command.output().unwrap();
    allow(0o755);
    told(output)
}

/// The database below a folder.
pub fn database(folder: &Path) -> rusqlite::Connection {
    rusqlite::Connection::open(Place::below(&folder.join("data")).path()).unwrap()
}

/// A folder with a world in it. It is made once; each test has a copy of its own.
pub fn world() -> Folder {
    static FIRST: OnceLock<Folder> = OnceLock::new();
    let first = FIRST.get_or_init(|| {
        let folder = Folder::new();
        let (made, said) = run(folder.path(), &["reset"]);
        assert!(made && said.contains("new world"), "{said}");
        folder
    });
    let folder = Folder::new();
    std::fs::create_dir(folder.path().join("data")).unwrap();
    for file in std::fs::read_dir(first.path().join("data")).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), folder.path().join("data").join(file.file_name())).unwrap();
    }
    folder
}

/// A program that serves.
pub struct Serving {
    pub child: Child,
    /// Where: `127.0.0.1:40123`.
    pub address: String,
}

impl Serving {
    #[track_caller]
    pub fn start(folder: &Path) -> Self {
        Self::by(program(folder, &[]))
    }

    /// Starts it as the command says, and waits for its address.
    #[track_caller]
    pub fn by(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.split("http://").nth(1).and_then(|rest| rest.split('/').next());
        let address = address.unwrap_or_else(|| panic!("no address: {line}")).to_owned();
        Self { child, address }
    }

    /// Sends it a signal by its name.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").args(["-s", name, &self.child.id().to_string()]).status().unwrap();
        assert!(sent.success());
    }

    pub fn connect(&self) -> TcpStream {
        TcpStream::connect(&self.address).unwrap()
    }

    /// The head of a request with a body of so many bytes; `more` may name another host.
    pub fn head(&self, (method, path): (&str, &str), (kind, length): (&str, usize), more: &str) -> String {
        let host =
            if more.starts_with("Host: ") { String::new() } else { format!("Host: {}\r\n", self.address) };
        format!(
            "{method} {path} HTTP/1.1\r\n{host}Content-Type: {kind}\r\nContent-Length: {length}\r\n\
             Connection: close\r\n{more}\r\n"
        )
    }

    /// Asks the world's JSON; gives status and answer.
    #[track_caller]
    pub fn world(&self, method: &str, path: &str, body: &str) -> (u16, Value) {
        let path = format!("/api/world/{path}");
        let answer = self.ask((method, &path), ("application/json", body), "");
        (answer.status, serde_json::from_str(&answer.body).unwrap_or_else(|_| panic!("{}", answer.body)))
    }

    /// Asks for anything, with further lines in the head.
    #[track_caller]
    pub fn ask(&self, asked: (&str, &str), (kind, body): (&str, &str), more: &str) -> Answer {
        let mut connection = self.connect();
        let head = self.head(asked, (kind, body.len()), more);
        connection.write_all(format!("{head}{body}").as_bytes()).unwrap();
        let mut whole = String::new();
        connection.read_to_string(&mut whole).unwrap();
        let (head, body) = whole.split_once("\r\n\r\n").unwrap_or_else(|| panic!("{whole}"));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
        let status = status.unwrap_or_else(|| panic!("{whole}"));
        Answer { status, head: head.to_owned(), body: body.to_owned() }
    }
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
