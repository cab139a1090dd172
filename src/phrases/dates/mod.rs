//! Dates in prose: found, and resolved against a reference date. Usable alone.
