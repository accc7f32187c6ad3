//! One NemID: the aggregate, its states, its events.
