use leptos::prelude::*;
use ui::gallery::*;
fn main() {
    let out = std::env::args().nth(1).expect("dir");
    let pages: [(&str, fn() -> String); 5] = [
        ("reset", || Owner::new().with(|| ResetSample().to_html())),
        ("kit", || Owner::new().with(|| Gallery().to_html())),
        ("signin", || Owner::new().with(|| SignInSample().to_html())),
        ("code", || Owner::new().with(|| CodeSample().to_html())),
        ("chooser", || Owner::new().with(|| ChooserSample().to_html())),
    ];
    for (name, render) in pages {
        for theme in ["light", "dark"] {
            let body = render();
            let html = format!("<!doctype html><html lang=en data-theme={theme}><head><meta charset=utf-8><title>t</title><meta name=viewport content='width=device-width,initial-scale=1'><link rel=stylesheet href=/out.css></head><body>{body}</body></html>");
            std::fs::write(format!("{out}/{name}-{theme}.html"), html).expect("write");
        }
    }
}
