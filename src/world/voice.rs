//! What is heard in a call of voice response (Rules 3.9, D38): a greeting, the key digit by digit, the same once more. The
//! clips in `voice/` were spoken by espeak-ng; here they are joined into one sound, with the words that it says.

use crate::web::language::Language;
use rules::words::Key;

/// Samples per second of the clips, each a byte of µ-law (ITU-T G.711).
pub const RATE: u32 = 8_000;
/// Silence in µ-law.
const SILENCE: u8 = 0xff;
/// Silence between digits, and between sentences.
const BETWEEN_DIGITS: usize = RATE as usize * 2 / 5;
const BETWEEN_SENTENCES: usize = RATE as usize * 4 / 5;

/// One clip: the words that it says, and its sound.
struct Clip {
    words: &'static str,
    sound: &'static [u8],
}

/// What the clips say: name, Danish, English.
const WORDS: &str = include_str!("../../voice/words.txt");

macro_rules! clips {
    ($($name:literal),*) => {
        const NAMES: [&str; 13] = [$($name),*];
        const DANISH: [&[u8]; 13] = [$(include_bytes!(concat!("../../voice/da/", $name, ".ulaw"))),*];
        const ENGLISH: [&[u8]; 13] = [$(include_bytes!(concat!("../../voice/en/", $name, ".ulaw"))),*];
    };
}
clips!["greeting", "again", "goodbye", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

/// The clip of this name; an empty one for a name that none has.
fn clip(name: &str, language: Language) -> Clip {
    let column = match language {
        Language::Da => 1,
        Language::En => 2,
    };
    let line = WORDS.lines().map(|line| line.split('\t').collect::<Vec<_>>()).find(|line| line[0] == name);
    let words = line.and_then(|line| line.get(column).copied()).unwrap_or_default();
    let sounds = match language {
        Language::Da => DANISH,
        Language::En => ENGLISH,
    };
    let sound = NAMES.iter().position(|one| *one == name).map(|at| sounds[at]).unwrap_or_default();
    Clip { words, sound }
}

/// What is said in a call, and how long it takes.
pub struct Speech {
    /// The words, sentence by sentence.
    pub said: Vec<String>,
    /// A whole WAV.
    pub wav: Vec<u8>,
}

impl Speech {
    /// The words in one line.
    pub fn text(&self) -> String {
        self.said.join(" ")
    }
}

/// Reads a key out: greeting, six digits, the same again, farewell.
pub fn speech(key: &Key, language: Language) -> Speech {
    let digits: Vec<_> = key.reveal().split("").filter(|digit| !digit.is_empty()).collect();
    let mut speaking = Speaking { said: Vec::new(), sound: Vec::new(), language };
    speaking.sentence("greeting");
    speaking.digits(&digits);
    speaking.sentence("again");
    speaking.digits(&digits);
    speaking.sentence("goodbye");
    Speech { said: speaking.said, wav: wav(&speaking.sound) }
}

struct Speaking {
    said: Vec<String>,
    sound: Vec<u8>,
    language: Language,
}

impl Speaking {
    fn sentence(&mut self, name: &str) {
        let Clip { words, sound } = clip(name, self.language);
        self.said.push(words.to_owned());
        self.sound.extend_from_slice(sound);
        self.pause(BETWEEN_SENTENCES);
    }

    fn digits(&mut self, digits: &[&str]) {
        let clips: Vec<_> = digits.iter().map(|digit| clip(digit, self.language)).collect();
        let words: Vec<_> = clips.iter().map(|clip| clip.words).collect();
        self.said.push(format!("{}.", words.join(", ")));
        for clip in clips {
            self.sound.extend_from_slice(clip.sound);
            self.pause(BETWEEN_DIGITS);
        }
        self.pause(BETWEEN_SENTENCES);
    }

    fn pause(&mut self, samples: usize) {
        self.sound.resize(self.sound.len() + samples, SILENCE);
    }
}

/// A WAV of µ-law: format 7, one channel, eight bits a sample, and how many samples there are.
fn wav(sound: &[u8]) -> Vec<u8> {
    let length = u32::try_from(sound.len()).expect("a call is some seconds long");
    let mut wav = Vec::with_capacity(sound.len() + 60);
    let padding = length % 2;
    wav.extend_from_slice(b"RIFF");
    wav.extend_from_slice(&(50 + length + padding).to_le_bytes());
    wav.extend_from_slice(b"WAVEfmt ");
    wav.extend_from_slice(&18_u32.to_le_bytes());
    for half in [7_u16, 1] {
        wav.extend_from_slice(&half.to_le_bytes());
    }
    for whole in [RATE, RATE] {
        wav.extend_from_slice(&whole.to_le_bytes());
    }
    for half in [1_u16, 8, 0] {
        wav.extend_from_slice(&half.to_le_bytes());
    }
    wav.extend_from_slice(b"fact");
    for whole in [4_u32, length] {
        wav.extend_from_slice(&whole.to_le_bytes());
    }
    wav.extend_from_slice(b"data");
    wav.extend_from_slice(&length.to_le_bytes());
    wav.extend_from_slice(sound);
    if padding == 1 {
        wav.push(0);
    }
    wav
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_digit_by_digit_and_twice_in_both_languages() {
        let key = Key::parse("012 398").unwrap();
        let danish = speech(&key, Language::Da);
        let digits = "nul, en, to, tre, ni, otte.";
        assert_eq!(danish.said[1], digits);
        assert_eq!(danish.said[3], digits);
        assert_eq!(danish.said.len(), 5);
        let english = speech(&key, Language::En);
        assert!(
            english.text().contains("zero, one, two, three, nine, eight. I repeat. zero,"),
            "{}",
            english.text()
        );
    }

    #[test]
    fn the_sound_is_a_wav_of_the_clips_in_the_order_of_the_words() {
        let key = Key::parse("775501").unwrap();
        for language in [Language::Da, Language::En] {
            let wav = speech(&key, language).wav;
            assert_eq!((&wav[..4], &wav[8..16]), (b"RIFF".as_slice(), b"WAVEfmt ".as_slice()));
            let told = u32::from_le_bytes(wav[4..8].try_into().unwrap()) as usize;
            assert_eq!(told + 8, wav.len());
            let mut at = 58;
            let read_out = "775501".split("").filter(|digit| !digit.is_empty());
            let order = ["greeting"].into_iter().chain(read_out.clone()).chain(["again"]).chain(read_out);
            for name in order.chain(["goodbye"]) {
                let clip = clip(name, language).sound;
                assert!(clip.len() > 1_500 && clip.len() < 40_000, "{name}: {}", clip.len());
                at += wav[at..].iter().position(|byte| *byte != SILENCE).unwrap().min(BETWEEN_SENTENCES * 2);
                let lead = clip.iter().position(|byte| *byte != SILENCE).unwrap();
                assert_eq!(&wav[at..at + clip.len() - lead], &clip[lead..], "{name}");
                at += clip.len() - lead;
            }
        }
    }

    #[test]
    fn every_clip_has_its_words_and_a_sound_of_its_own() {
        for language in [Language::Da, Language::En] {
            for (at, name) in NAMES.iter().enumerate() {
                let this = clip(name, language);
                assert!(!this.words.is_empty(), "{name}");
                assert!(
                    NAMES[at + 1..].iter().all(|other| clip(other, language).sound != this.sound),
                    "{name}"
                );
            }
        }
    }
}
