//! Settings as text: a variable wins over the file, and the file over the default.

use super::names::suggestion;
use super::{ConfigError, SETTINGS, Setting};
use std::collections::BTreeMap;

/// Every variable that is named like ours, with its value.
#[expect(clippy::disallowed_methods, reason = "this is the one place that asks")]
pub(super) fn environment() -> Vec<(String, String)> {
    let pairs = std::env::vars_os().map(|(name, value)| (name.to_string_lossy().into_owned(), value));
    pairs
        .filter(|(name, _)| name.starts_with("PORTICO_"))
        .map(|(name, value)| (name, value.to_string_lossy().into_owned()))
        .collect()
}

pub(super) struct Values(BTreeMap<&'static str, String>);

impl Values {
    pub fn gather(toml: &str, environment: &dyn Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        let table = read_file(toml)?;
        let known: Vec<&str> = SETTINGS.iter().map(|setting| setting.key).collect();
        let mut faults: Vec<String> = table
            .keys()
            .filter(|key| !known.contains(&key.as_str()))
            .map(|key| {
                format!("the configuration file has an unknown setting: {key}{}", suggestion(key, &known))
            })
            .collect();
        let mut values = BTreeMap::new();
        for setting in SETTINGS {
            match given(setting, &table, environment) {
                Ok(value) => drop(values.insert(setting.key, value)),
                Err(fault) => faults.push(fault),
            }
        }
        if faults.is_empty() { Ok(Self(values)) } else { Err(ConfigError(faults.join("\n"))) }
    }

    pub fn get(&self, key: &str) -> &str {
        self.0.get(key).map_or("", String::as_str)
    }

    pub fn optional(&self, key: &str) -> Option<String> {
        Some(self.get(key).trim().to_owned()).filter(|text| !text.is_empty())
    }

    pub fn parse<T: std::str::FromStr>(&self, key: &str) -> Result<T, String> {
        self.get(key).parse().map_err(|_| format!("{key}: {:?} makes no sense", self.get(key)))
    }
}

/// What is wrong is told by its line: the line itself may hold a password.
fn read_file(toml: &str) -> Result<toml::Table, ConfigError> {
    toml.parse().map_err(|error: toml::de::Error| {
        let before = error.span().and_then(|span| toml.get(..span.start)).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        ConfigError(format!("the configuration file, line {line}: {}", error.message()))
    })
}

fn given(
    setting: &Setting,
    table: &toml::Table,
    environment: &dyn Fn(&str) -> Option<String>,
) -> Result<String, String> {
    if let (Some(path), true) = (environment(&format!("{}_FILE", setting.env)), setting.secret) {
        return std::fs::read_to_string(&path)
            .map(|text| text.trim().to_owned())
            .map_err(|e| format!("{}_FILE: {path}: {e}", setting.env));
    }
    if let Some(value) = environment(setting.env) {
        return Ok(value);
    }
    let Some(value) = table.get(setting.key) else { return Ok(setting.default.to_owned()) };
    text_of(value).ok_or_else(|| {
        format!("the configuration file: {} must be a text, number or list of texts", setting.key)
    })
}

fn text_of(value: &toml::Value) -> Option<String> {
    match value {
        toml::Value::String(text) => Some(text.clone()),
        toml::Value::Array(list) => {
            let texts: Option<Vec<&str>> = list.iter().map(toml::Value::as_str).collect();
            texts.map(|texts| texts.join(","))
        }
        toml::Value::Table(_) => None,
        other => Some(other.to_string()),
    }
}
