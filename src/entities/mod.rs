//! Mentions of one thing merged into one entity.
