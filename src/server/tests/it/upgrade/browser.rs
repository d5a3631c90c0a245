//! A browser: it keeps cookies, goes where it is led, and sends the forms of its page.

use crate::html::{self, Form};
use crate::site::{Answer, Ask, TestSite};
use std::collections::BTreeMap;

const ORIGIN: &str = "https://portal.weber.example";
/// More redirects than this lead nowhere.
const MOST_REDIRECTS: usize = 6;

#[derive(Clone, Default)]
pub struct Browser {
    pub cookies: BTreeMap<String, String>,
    /// Where it ended.
    pub at: String,
    pub status: u16,
    pub body: String,
}

impl Browser {
    /// One that holds these cookies already.
    pub fn holding(cookies: &[(&str, &str)]) -> Self {
        let cookies = cookies.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Self { cookies: cookies.collect(), ..Self::default() }
    }

    pub async fn open(&mut self, site: &TestSite, path: &str) -> &mut Self {
        let mut path = path.trim_start_matches(ORIGIN).to_owned();
        for _ in 0..MOST_REDIRECTS {
            let answer = site.ask(Ask { cookies: self.held(), ..Ask::get(&path) }).await;
            self.keep(&answer);
            if !answer.status.is_redirection() {
                (self.at, self.status, self.body) = (path, answer.status.as_u16(), answer.body);
                return self;
            }
            path = answer.location().trim_start_matches(ORIGIN).to_owned();
        }
        panic!("{path} leads on and on");
    }

    /// Sends these fields to this address, as a form does.
    pub async fn post(&mut self, site: &TestSite, path: &str, fields: &[(&str, &str)]) -> &mut Self {
        let answer = site.ask(Ask { cookies: self.held(), ..Ask::post(path, fields) }).await;
        self.keep(&answer);
        if answer.status.is_redirection() {
            let to = answer.location().to_owned();
            return self.open(site, &to).await;
        }
        (self.at, self.status, self.body) = (path.to_owned(), answer.status.as_u16(), answer.body);
        self
    }

    /// Fills these fields of the page's form that has them, and sends it.
    pub async fn submit(&mut self, site: &TestSite, typed: &[(&str, &str)]) -> &mut Self {
        let names: Vec<&str> = typed.iter().map(|(name, _)| *name).collect();
        let Some(form) = self.form(&names) else {
            panic!("{} has no form with {names:?}: {}", self.at, self.body)
        };
        let button = form.buttons().remove(0);
        let path = button.action.clone().unwrap_or_else(|| form.action.clone());
        let mut fields = form.as_it_is(&button);
        for (name, value) in typed {
            fields.retain(|(known, _)| known != name);
            fields.push(((*name).to_owned(), (*value).to_owned()));
        }
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.post(site, &path, &fields).await
    }

    /// What the page is for, without what stands around it on others too.
    pub fn main(&self) -> &str {
        let main = self.body.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>"));
        let (main, _) = main.unwrap_or_else(|| panic!("{} has no part for people: {}", self.at, self.body));
        main.split_once('>').map_or("", |(_, main)| main)
    }

    /// Whether the page has a form with these fields.
    pub fn offers(&self, fields: &[&str]) -> bool {
        self.form(fields).is_some()
    }

    fn form(&self, fields: &[&str]) -> Option<Form> {
        // The choice of language stands on every page.
        let is_meant = |form: &Form| {
            form.is_post
                && form.action != kernel::paths::LANGUAGE
                && fields.iter().all(|name| form.names().contains(name))
        };
        html::forms(self.main()).into_iter().find(is_meant)
    }

    fn held(&self) -> Vec<(String, String)> {
        self.cookies.iter().map(|(name, value)| (name.clone(), value.clone())).collect()
    }

    fn keep(&mut self, answer: &Answer) {
        for (name, value) in answer.cookies() {
            if value.is_empty() {
                self.cookies.remove(&name);
            } else {
                self.cookies.insert(name, value);
            }
        }
    }
}
