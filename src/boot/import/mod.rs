//! A resort from plain files.

use super::Opened;
use crate::server::Config;
use std::path::Path;

pub async fn folder(_opened: &Opened, _config: &Config, _folder: &Path) -> Result<String, String> {
    Err("not yet".into())
}
pub async fn arrivals(_opened: &Opened, _file: &Path) -> Result<String, String> {
    Err("not yet".into())
}
pub async fn slip(_opened: &Opened, _config: &Config, _reference: &str) -> Result<String, String> {
    Err("not yet".into())
}
