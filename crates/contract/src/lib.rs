//! Types of the portal API.
