//! What people read of a page: its words, one piece of text a line, with what stands in fields and whether a box is ticked.

/// Elements whose contents nobody reads.
const UNSEEN: [&str; 7] = ["head", "noscript", "script", "style", "svg", "template", "title"];

/// The lines of this page, from top to bottom.
pub fn lines(html: &str) -> Vec<String> {
    let mut page = Page::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        page.text(&rest[..at]);
        rest = &rest[at..];
        if rest.starts_with("<!") {
            let end = if rest.starts_with("<!--") { "-->" } else { ">" };
            rest = behind(rest, end);
            continue;
        }
        let tag = rest.split_inclusive('>').next().unwrap_or(rest);
        rest = &rest[tag.len()..];
        let name = name(tag);
        if UNSEEN.contains(&name) {
            rest = behind(rest, &format!("</{name}>"));
            continue;
        }
        page.tag(name, tag);
    }
    page.end_line();
    page.lines
}

#[derive(Default)]
struct Page {
    lines: Vec<String>,
    line: String,
    /// Within an option that is not chosen, or a switch, which is read as a box.
    passes_over: bool,
}

impl Page {
    fn text(&mut self, text: &str) {
        if !self.passes_over {
            self.line.push_str(&decoded(text));
        }
    }

    fn tag(&mut self, name: &str, tag: &str) {
        match name {
            "option" => {
                self.end_line();
                self.passes_over = !tag.contains(" selected");
            }
            "button" if tag.contains("role=\"switch\"") => {
                self.end_line();
                self.ticked(tag.contains("aria-checked=\"true\""), attribute(tag, "id"));
                self.passes_over = true;
            }
            "/option" | "/select" | "/button" => {
                self.end_line();
                self.passes_over = false;
            }
            "input" => self.field(tag),
            // A piece of a name that a search found.
            "mark" | "/mark" => {}
            _ => self.end_line(),
        }
    }

    fn field(&mut self, tag: &str) {
        self.end_line();
        let (name, value) = (attribute(tag, "name"), decoded(attribute(tag, "value")));
        match attribute(tag, "type") {
            "hidden" | "file" | "password" => return,
            "checkbox" | "radio" => self.ticked(tag.contains(" checked"), name),
            _ => self.line = format!("{name}: {value}"),
        }
        self.end_line();
    }

    fn ticked(&mut self, is_on: bool, name: &str) {
        self.line = format!("[{}] {name}", if is_on { "x" } else { " " });
        self.end_line();
    }

    fn end_line(&mut self) {
        let line = self.line.split_whitespace().collect::<Vec<_>>().join(" ");
        self.line.clear();
        if !line.is_empty() {
            self.lines.push(line);
        }
    }
}

fn behind<'a>(text: &'a str, end: &str) -> &'a str {
    text.split_once(end).map_or("", |(_, rest)| rest)
}

fn name(tag: &str) -> &str {
    let tag = tag.trim_start_matches('<');
    let end = tag.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(tag.len());
    tag[..end].trim_end_matches(['/', '>'])
}

fn attribute<'a>(tag: &'a str, name: &str) -> &'a str {
    let found = tag.split_once(&format!(" {name}=\""));
    found.and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default()
}

fn decoded(text: &str) -> String {
    let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    plain.replace("&#x27;", "'").replace("&#39;", "'").replace("&nbsp;", " ").replace("&amp;", "&")
}

#[test]
fn a_page_is_read_line_by_line() {
    let html = "<!DOCTYPE html><head><title>No</title></head><body><!--x--><p>Dear <mark>An</mark>na, a &amp; b</p>\
        <label>Name<input name=\"n\" value=\"M&quot;\"></label><input type=\"hidden\" name=\"h\" value=\"1\">\
        <input type=\"checkbox\" name=\"on\" checked><select><option>A</option><option selected>B</option></select>\
        <button role=\"switch\" id=\"s\" aria-checked=\"false\">Off</button>\
        <script>if (a < b) {}</script><ul><li>1</li><li>2</li></ul>";
    let read = lines(html);
    assert_eq!(read, ["Dear Anna, a & b", "Name", "n: M\"", "[x] on", "B", "[ ] s", "1", "2"]);
}
