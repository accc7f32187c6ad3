# Short names for frequent commands. `just` lists them; each can be typed without just as well.

set positional-arguments

_list:
    @just --list --unsorted

# Format, lints and tests of what was changed: under a minute
quick *words:
    @tests/quick "$@"

# Everything; must pass before a change lands
test:
    @tests/run

# The integration tests whose names contain these words: `just it guide::section_3`
it *words:
    cargo test --test it -- "$@"

# The browser tests whose files begin with these words: `just browser counter sites`
browser *words:
    cargo build
    node tests/browser/run.mjs "$@"

# Which lines the rules' own tests run; `just coverage --lines` lists those that none does
coverage *words:
    @tests/coverage "$@"

# Whether the rules' own tests notice a change of the rules: `just mutants keys.rs`
mutants *words:
    @tests/mutants "$@"

# Search for inputs that break what parses: `just fuzz 60 words`
fuzz *words:
    @tests/fuzz "$@"

# Serve the site, with a world in ./data
run *words:
    cargo run -- "$@"

# Benchmarks of the release build: start, memory, ten years, and the most frequent operations
measure:
    benches/start.sh
    benches/ten_years.sh
    benches/listener.sh
    benches/memory.sh
    benches/certificates.sh
    cargo bench

# Fetch the locked npm packages again: the design system and the drivers of the browser tests
design-system:
    npm ci --ignore-scripts --no-audit --no-fund

# Rewrite THIRD-PARTY.md
third-party:
    node docs/third-party.mjs

# Check licences, sources and unused dependencies
parts:
    node docs/parts.mjs

# Build the program that is published (docs/releasing.md)
release:
    cargo build --release --locked
    ls -l target/release/selvbetjening
    sha256sum target/release/selvbetjening
