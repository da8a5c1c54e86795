//! Following: an officer acts, a person answers, and the timeline tells both.

mod demo;
mod desk;
mod feedback;
mod live;
mod looked_at;
mod lookups;
mod messages;
mod notified;
mod officer_page;
mod push_service;
mod pushed;
mod random_lives;
mod ratings;
mod results;
mod supplements;
mod whole_lives;
