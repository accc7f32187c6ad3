# Short names for what is done often. `just` lists them; each is one line that can be typed without just, too.

set positional-arguments

_list:
    @just --list --unsorted

# Format, lints and tests of what was touched: under a minute
quick *words:
    @tests/quick "$@"

# Everything: what has to pass before a change lands
test:
    @tests/run

# The Rust tests whose names hold these words: `just it guide::section_3`
it *words:
    cargo test --test it -- "$@"

# The browser tests whose files begin with these words: `just browser counter sites`
browser *words:
    cargo build
    node tests/browser/run.mjs "$@"

# Serves the site, with a world in ./data
run *words:
    cargo run -- "$@"

# Start, memory and ten years in release; then what is done most
measure:
    benches/start.sh
    benches/ten_years.sh
    cargo bench

# Fetches the locked design system and the drivers of the browser tests again
design-system:
    npm ci --ignore-scripts --no-audit --no-fund

# Writes THIRD-PARTY.md anew
third-party:
    node docs/third-party.mjs

# Licences, sources and unused parts, as tests/run looks at them
parts:
    node docs/parts.mjs

# The program as it is handed out (docs/releasing.md)
release:
    cargo build --release --locked
    ls -l target/release/selvbetjening
    sha256sum target/release/selvbetjening
