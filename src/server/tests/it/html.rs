//! The forms of a page, read as a browser reads them; as much of HTML as our own pages use.

/// One control that sends something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    pub name: String,
    /// The type of an input, or `textarea` or `select`.
    pub kind: String,
    /// What it sends when nobody touches it.
    pub value: String,
    pub checked: bool,
    /// A browser would judge it: it is required, or has a shape.
    pub is_judged: bool,
    pub has_maxlength: bool,
}

impl Field {
    fn is_seen(&self) -> bool {
        self.kind != "hidden" && !self.name.is_empty()
    }
}

/// A button that sends its form.
#[derive(Clone, Debug, Default)]
pub struct Button {
    pub name: String,
    value: String,
    /// Where to, if not to the form's own address.
    pub action: Option<String>,
}

#[derive(Clone, Debug, Default)]
pub struct Form {
    pub action: String,
    pub is_post: bool,
    pub multipart: bool,
    pub novalidate: bool,
    pub fields: Vec<Field>,
    id: String,
    buttons: Vec<Button>,
}

impl Form {
    pub fn has_fields(&self) -> bool {
        self.fields.iter().any(Field::is_seen)
    }

    pub fn names(&self) -> Vec<&str> {
        self.fields.iter().map(|field| field.name.as_str()).collect()
    }

    /// What may be pressed; Enter, where there is no button.
    pub fn buttons(&self) -> Vec<Button> {
        if self.buttons.is_empty() { vec![Button::default()] } else { self.buttons.clone() }
    }

    /// What is sent when every field was emptied: choices that cannot be empty keep theirs.
    pub fn empty(&self, button: &Button) -> Vec<(String, String)> {
        let mut sent = Vec::new();
        for field in self.fields.iter().filter(|field| !field.name.is_empty()) {
            match field.kind.as_str() {
                "hidden" | "select" => sent.push((field.name.clone(), field.value.clone())),
                "radio" if field.checked => sent.push((field.name.clone(), field.value.clone())),
                "radio" | "checkbox" | "file" => {}
                _ => sent.push((field.name.clone(), String::new())),
            }
        }
        if !button.name.is_empty() {
            sent.push((button.name.clone(), button.value.clone()));
        }
        sent
    }

    /// What is sent when nobody touches it.
    pub fn as_it_is(&self, button: &Button) -> Vec<(String, String)> {
        let is_sent = |field: &&Field| match field.kind.as_str() {
            "radio" | "checkbox" => field.checked,
            kind => kind != "file",
        };
        let named = self.fields.iter().filter(|field| !field.name.is_empty()).filter(is_sent);
        let mut sent: Vec<_> = named.map(|field| (field.name.clone(), field.value.clone())).collect();
        if !button.name.is_empty() {
            sent.push((button.name.clone(), button.value.clone()));
        }
        sent
    }

    /// The same as [`Form::empty`] with its files, of which none is chosen, with `x` between them.
    pub fn parts(&self, button: &Button) -> Vec<u8> {
        let mut body = String::new();
        for (name, value) in self.empty(button) {
            body += &format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        }
        for field in self.fields.iter().filter(|field| field.kind == "file") {
            body += &format!(
                "--x\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"\"\r\n\
                 Content-Type: application/octet-stream\r\n\r\n\r\n",
                field.name
            );
        }
        (body + "--x--\r\n").into_bytes()
    }
}

/// A tag: its name, `/` before it where it ends, and its attributes.
struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    fn text(&self, name: &str) -> String {
        self.get(name).unwrap_or_default().to_owned()
    }
}

fn tags(html: &str) -> Vec<Tag> {
    let mut all = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
            continue;
        }
        let (tag, behind) = one(rest);
        rest = behind;
        if tag.name == "script" || tag.name == "style" {
            let end = format!("</{}>", tag.name);
            rest = rest.split_once(&end).map_or("", |(_, rest)| rest);
        }
        all.push(tag);
    }
    all
}

/// The tag that begins here, and what stands behind it.
fn one(text: &str) -> (Tag, &str) {
    let end = text.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(text.len());
    let (name, mut rest) = text.split_at(end);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if let Some(behind) = rest.strip_prefix('>') {
            return (Tag { name: name.trim_end_matches('/').to_lowercase(), attributes }, behind);
        }
        if rest.is_empty() {
            return (Tag { name: String::new(), attributes }, "");
        }
        let end = rest.find(|c: char| c.is_whitespace() || c == '=' || c == '>').unwrap_or(rest.len());
        let (name, behind) = rest.split_at(end);
        let (value, behind) = match behind.strip_prefix("=\"") {
            Some(behind) => behind.split_once('"').unwrap_or((behind, "")),
            None => ("", behind),
        };
        attributes.push((
            name.to_lowercase(),
            value.replace("&quot;", "\"").replace("&lt;", "<").replace("&amp;", "&"),
        ));
        rest = behind;
    }
}

/// All forms of a page but those of dialogs that only close.
pub fn forms(html: &str) -> Vec<Form> {
    let mut all: Vec<Form> = Vec::new();
    let mut open: Option<usize> = None;
    let mut loose: Vec<(String, Button)> = Vec::new();
    for tag in tags(html) {
        let place =
            |id: &str, all: &[Form]| if id.is_empty() { open } else { all.iter().position(|it| it.id == id) };
        match tag.name.as_str() {
            "form" => {
                open = Some(all.len());
                all.push(Form {
                    action: tag.text("action"),
                    is_post: tag.text("method") == "post",
                    multipart: tag.text("enctype") == "multipart/form-data",
                    novalidate: tag.has("novalidate"),
                    id: tag.text("id"),
                    ..Form::default()
                });
            }
            "/form" => open = None,
            "input" | "textarea" | "select" => {
                if let Some(form) = place(&tag.text("form"), &all) {
                    all[form].fields.push(field(&tag));
                }
            }
            "option" => {
                let list =
                    open.and_then(|form| all[form].fields.last_mut()).filter(|field| field.kind == "select");
                if let Some(list) = list.filter(|list| list.value.is_empty() || tag.has("selected")) {
                    list.value = tag.text("value");
                }
            }
            "button" if !matches!(tag.get("type"), Some("button" | "reset")) => {
                let button = Button {
                    name: tag.text("name"),
                    value: tag.text("value"),
                    action: tag.get("formaction").map(str::to_owned),
                };
                match place(&tag.text("form"), &all) {
                    Some(form) => all[form].buttons.push(button),
                    None => loose.push((tag.text("form"), button)),
                }
            }
            _ => {}
        }
    }
    // A button may stand before its form.
    for (id, button) in loose {
        if let Some(form) = all.iter_mut().find(|it| !id.is_empty() && it.id == id) {
            form.buttons.push(button);
        }
    }
    all.retain(|form| !form.action.is_empty());
    all
}

fn field(tag: &Tag) -> Field {
    let kind =
        if tag.name == "input" { tag.get("type").unwrap_or("text").to_owned() } else { tag.name.clone() };
    let shaped = matches!(
        kind.as_str(),
        "email" | "url" | "number" | "date" | "time" | "datetime-local" | "month" | "week"
    );
    let has_rule =
        ["required", "pattern", "minlength", "min", "max", "step"].iter().any(|rule| tag.has(rule));
    Field {
        name: tag.text("name"),
        value: tag.text("value"),
        checked: tag.has("checked"),
        // A browser judges nothing that cannot be changed.
        is_judged: (shaped || has_rule) && !tag.has("readonly") && !tag.has("disabled") && kind != "hidden",
        has_maxlength: tag.has("maxlength"),
        kind,
    }
}

#[test]
fn a_page_is_read_as_a_browser_reads_it() {
    let html = "<!--<form action=\"/no\">--><form method=\"post\" action=\"/a?b&amp;c\" novalidate id=\"f\">\
        <input type=\"hidden\" name=\"x\" value=\"1\"><input name=\"y\" required value=\"z\">\
        <select name=\"s\"><option value=\"1\">1</option><option value=\"2\" selected>2</option></select>\
        <button name=\"how\" value=\"now\">Go</button><button type=\"button\">No</button></form>\
        <button form=\"f\" name=\"how\" value=\"then\">Later</button>";
    let all = forms(html);
    assert_eq!(all.len(), 1);
    let form = &all[0];
    assert!(form.is_post && form.novalidate && form.action == "/a?b&c" && form.buttons.len() == 2);
    let sent = |at: usize| {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(form.empty(&form.buttons[at])).finish()
    };
    assert_eq!(sent(0), "x=1&y=&s=2&how=now");
    assert_eq!(sent(1), "x=1&y=&s=2&how=then");
}
